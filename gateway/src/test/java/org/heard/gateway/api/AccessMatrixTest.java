package org.heard.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation, every role, every kind of ward and every kind of bad token. */
@QuarkusTest
class AccessMatrixTest extends GatewayTest {
  // For ward-leader and quality-analyst W01 is their own; W90 lies in another organisation.
  private static final Map<String, String> WARDS =
      Map.of("own", "W01", "other ward", "W05", "other organisation", "W90", "unknown", "W99");

  @Test
  void rolesReachWhatTheMatrixSays() {
    for (Operation operation : Operation.all()) {
      for (String role : Operation.ROLES) {
        for (String ward : WARDS.values()) {
          Response response = ask(tokens.of(role, "W01"), operation, ward);
          assertThat(response.statusCode())
              .as("%s as %s", operation.on(ward), role)
              .isEqualTo(expected(operation, role, ward));
        }
      }
    }
  }

  private static int expected(Operation operation, String role, String ward) {
    if (operation.isPublic()) {
      return operation.success();
    }
    if (!operation.roles().contains(role)) {
      return 403;
    }
    boolean within = ward.equals("W01") || (ward.equals("W05") && role.equals("quality-analyst"));
    return !operation.namesWard() || within ? operation.success() : 404;
  }

  private static Response ask(String token, Operation operation, String ward) {
    return switch (operation.method()) {
      case "PUT" -> put(token, operation.on(ward), operation.body());
      case "POST" -> post(token, operation.on(ward), operation.body());
      case "PATCH" -> patch(token, operation.on(ward), operation.body());
      default -> get(token, operation.on(ward));
    };
  }

  @Test
  void unknownAndForeignWardsLookAlikeByteForByte() {
    Set<String> bodies = new HashSet<>();
    for (Operation operation : Operation.all()) {
      for (String ward :
          List.of("W05", "W90", "W99", "w01", "W01%20", "W01%3Fx", "%C3%A4", "x".repeat(65))) {
        boolean leaders = operation.roles().contains("ward-leader");
        if (operation.namesWard() && (leaders || !ward.equals("W05"))) {
          String token = tokens.of(leaders ? "ward-leader" : "quality-analyst", "W01");
          Response response = ask(token, operation, ward);
          isProblem(response, 404, "UNKNOWN_WARD");
          bodies.add(response.asString());
        }
      }
    }
    assertThat(bodies).hasSize(1);
  }

  @Test
  void badTokensAreRefusedEverywhereAndNobodyIsAsked() {
    for (Operation operation : Operation.guarded()) {
      badTokens()
          .forEach(
              (what, token) -> {
                Response response = ask(token, operation, "W01");
                assertThat(response.statusCode()).as(what).isEqualTo(401);
                isProblem(response, 401, "UNAUTHENTICATED")
                    .header("WWW-Authenticate", equalTo("Bearer"));
              });
      isProblem(as(null, operation), 401, "UNAUTHENTICATED")
          .header("WWW-Authenticate", equalTo("Bearer"));
      isProblem(as("Basic dGVzdDp0ZXN0", operation), 401, "UNAUTHENTICATED");
    }
    assertThat(analytics.asked()).isEmpty();
    assertThat(feedback.asked()).isEmpty();
  }

  @Test
  void whatIsPublicIsAnsweredToEverybodyAlike() {
    Set<String> bodies = new HashSet<>();
    for (Operation operation : Operation.all()) {
      if (operation.isPublic()) {
        List<String> headers = new ArrayList<>(List.of("Basic dGVzdDp0ZXN0"));
        badTokens().values().forEach(token -> headers.add("Bearer " + token));
        headers.add("Bearer " + tokens.of("admin"));
        headers.add(null);
        headers.forEach(header -> bodies.add(as(header, operation).asString()));
        assertThat(as(null, operation).statusCode()).isEqualTo(operation.success());
      }
    }
    assertThat(bodies).hasSize(1);
  }

  private static Response as(String authorization, Operation operation) {
    RequestSpecification request = given();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (operation.body() != null) {
      request.contentType("application/json").body(operation.body());
    }
    return request.request(operation.method(), operation.on("W01"));
  }

  private Map<String, String> badTokens() {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("no JWT", "hello");
    bad.put("a device key", "hk_dev_abc");
    bad.put("expired", tokens.expired());
    bad.put("other audience", tokens.with(claims -> claims.setAudience("other"), "W01"));
    bad.put("no audience", tokens.with(claims -> claims.unsetClaim("aud"), "W01"));
    bad.put("other issuer", tokens.with(claims -> claims.setIssuer("other"), "W01"));
    bad.put(
        "the gateway's issuer", tokens.with(claims -> claims.setIssuer("heard-gateway"), "W01"));
    bad.put("no expiry", tokens.with(claims -> claims.unsetClaim("exp"), "W01"));
    bad.put("no subject", tokens.with(claims -> claims.unsetClaim("sub"), "W01"));
    bad.put("not yet valid", tokens.with(claims -> claims.setNotBeforeMinutesInThePast(-5), "W01"));
    bad.put("unknown key", tokens.byAStranger());
    bad.put("unknown key id", tokens.withKeyId("other"));
    bad.put("key id of another issuer", tokens.withKeyId("gateway"));
    bad.put("no key id", tokens.withoutKeyId());
    bad.put("alg none", tokens.unsigned());
    bad.put("HS256 with the public key", tokens.hmacWithPublicKey());
    bad.put("service token", tokens.ofService());
    bad.put(
        "service group under the users' key",
        tokens.with(
            claims -> claims.setStringListClaim("groups", "ward-leader", "service"), "W01"));
    bad.put(
        "groups of another shape",
        tokens.with(claims -> claims.setClaim("groups", "ward-leader"), "W01"));
    return bad;
  }

  @Test
  void ambiguousPathsAreRefusedOnEveryOperationBeforeAnythingElse() throws IOException {
    Set<String> paths =
        new TreeSet<>(Set.of("/;", "/x//", "/x%zz\\", "/q/health;x", "/q//openapi", "/x%2F"));
    paths.add("/%2e/q/metrics");
    Operation.all().forEach(operation -> paths.addAll(ambiguous(operation.on("W01"))));
    String authorization = "Authorization: Bearer " + tokens.of("quality-analyst") + "\r\n";
    for (String path : paths) {
      for (String header : List.of("", authorization)) {
        String answer = raw(path, header);
        assertThat(answer).as(path).startsWith("HTTP/1.1 400 ");
        if (path.contains("\\")) {
          continue; // no URI at all: refused by the framework before any filter, without a body
        }
        assertThat(answer)
            .as(path)
            .contains("application/problem+json", "\"code\":\"BAD_PATH\"")
            .containsIgnoringCase("cache-control: no-store");
      }
    }
    assertThat(analytics.asked()).isEmpty();
  }

  /** Sends the path exactly as it is written, which no HTTP client would do. */
  private static String raw(String path, String header) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> ambiguous(String path) {
    Set<String> paths = new TreeSet<>();
    for (String bit :
        List.of(
            ";", ";a=b", "%3b", "%3B", "%2f", "%2F", "%5c", "%5C", "\\", "%00", "%2e", "%2E",
            "%252f", "%25")) {
      paths.add(path + bit);
      paths.add(path.replace("/v1", "/v1" + bit));
    }
    paths.add("/" + path);
    paths.add(path + "//");
    paths.add(path.replace("/v1", "//v1"));
    paths.add(path.replace("/v1", "/x/../v1"));
    paths.add(path.replace("/v1", "/x/%2E%2e/v1"));
    return paths;
  }

  @Test
  void openApiAndTheMatrixListTheSameOperations() {
    Map<String, Map<String, Object>> paths =
        given().accept("application/json").get("/q/openapi?format=json").jsonPath().get("paths");
    Set<String> documented = new TreeSet<>();
    paths.forEach(
        (path, item) ->
            item.keySet().forEach(m -> documented.add(m.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Operation.all().stream().map(o -> o.method() + " " + o.path()).toList());
  }
}
