package org.heard.analytics;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask, and tagging on request. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AccessIT {
  @Inject MeterRegistry meters;

  private static final List<String> CALLERS_OPERATIONS =
      List.of(
          "/v1/wards",
          "/v1/wards/W01",
          "/v1/wards/W01/counts",
          "/v1/wards/W01/comments",
          "/v1/wards/W01/held-comments",
          "/v1/reconciliation",
          "/v1/alerts/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1");

  private static final List<String> SERVICE_OPERATIONS =
      Stream.concat(
              CALLERS_OPERATIONS.stream(),
              Stream.of(
                  "/v1/directory/status",
                  "/v1/holds",
                  "/v1/holds/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4"))
          .toList();

  /** Tagging takes a person's token alone; everything else is for services. */
  @Test
  void everyOperationIsOneOfThese() {
    Map<String, Object> paths =
        given().accept("application/json").get("/q/openapi?format=json").jsonPath().get("paths");
    assertThat(
            paths.keySet().stream()
                .map(
                    path ->
                        path.replace("{ward}", "W01")
                            .replace("{submission}", "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
                            .replace("{id}", "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    SERVICE_OPERATIONS.stream(),
                    // Who may translate: TranslationsIT.
                    Stream.of(
                        "/v1/tag",
                        "/v1/wards/W01/comments/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1/translation"))
                .toList());
  }

  private static Map<String, String> badServiceTokens() {
    Tokens.Draft good = Tokens.gateway();
    Instant now = Instant.now();
    return Map.ofEntries(
        Map.entry("too long a life", good.lifetime(Duration.ofSeconds(301)).sign()),
        Map.entry("expired", good.issuedAt(now.minusSeconds(400)).sign()),
        Map.entry("issued in the future", good.issuedAt(now.plusSeconds(3600)).sign()),
        Map.entry("unknown key", good.kid("other").sign()),
        Map.entry("the users' key", good.kid("local").signer("local").sign()),
        Map.entry("signed by the other key", good.signer("local").sign()),
        Map.entry("another issuer", good.issuer("heard-local").sign()),
        Map.entry("another audience", good.audience("other").sign()),
        Map.entry("a person's role", good.withGroups("quality-analyst").sign()),
        Map.entry("more roles than service", good.withGroups("service", "admin").sign()),
        Map.entry("no role", good.withGroups().sign()),
        Map.entry("not signed", good.unsigned()),
        Map.entry("signed with the public key", good.signedWithThePublicKey()),
        Map.entry("garbled", "a.b.c"),
        Map.entry("cut", good.sign().substring(0, 40)));
  }

  private static Map<String, String> badCallerTokens() {
    Tokens.Draft good = Tokens.person("quality-analyst");
    return Map.ofEntries(
        Map.entry("a service", Tokens.gateway().sign()),
        Map.entry("the role service", good.withGroups("quality-analyst", "service").sign()),
        Map.entry("expired", good.issuedAt(Instant.now().minusSeconds(9 * 3600)).sign()),
        Map.entry("unknown key", good.kid("other").sign()),
        Map.entry("the gateway's key", good.kid("gateway").signer("gateway").sign()),
        Map.entry("signed by the other key", good.signer("gateway").sign()),
        Map.entry("another issuer", good.issuer("heard-gateway").sign()),
        Map.entry("another audience", good.audience("other").sign()),
        Map.entry("not signed", good.unsigned()),
        Map.entry("signed with the public key", good.signedWithThePublicKey()),
        Map.entry("not bare", "Bearer " + good.sign()),
        Map.entry("empty", ""));
  }

  @Test
  void withoutATokenThereIsNoAnswer() {
    for (String path : SERVICE_OPERATIONS) {
      given()
          .header("Heard-Caller", Tokens.person("quality-analyst").sign())
          .get(path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .body("code", equalTo("UNAUTHORIZED"));
    }
  }

  @Test
  void aBadServiceTokenIsRefused() {
    badServiceTokens()
        .forEach(
            (why, token) -> {
              for (String path : SERVICE_OPERATIONS) {
                var answer =
                    given()
                        .auth()
                        .oauth2(token)
                        .header("Heard-Caller", Tokens.person("quality-analyst").sign())
                        .get(path);
                assertThat(answer.statusCode()).as("%s at %s", why, path).isEqualTo(401);
                answer.then().body("code", equalTo("UNAUTHORIZED"));
              }
            });
  }

  @Test
  void aBadCallerTokenIsRefused() {
    badCallerTokens()
        .forEach(
            (why, token) -> {
              for (String path : CALLERS_OPERATIONS) {
                var answer =
                    given()
                        .auth()
                        .oauth2(Tokens.gateway().sign())
                        .header("Heard-Caller", token)
                        .get(path);
                assertThat(answer.statusCode()).as("%s at %s", why, path).isEqualTo(401);
                answer.then().body("code", equalTo("CALLER_REQUIRED"));
              }
            });
  }

  @Test
  void theServiceAloneIsNotEnough() {
    for (String path : CALLERS_OPERATIONS) {
      given()
          .auth()
          .oauth2(Tokens.gateway().sign())
          .get(path)
          .then()
          .statusCode(401)
          .body("code", equalTo("CALLER_REQUIRED"));
    }
  }

  @Test
  void aPersonMayNotAskDirectly() {
    for (String path : SERVICE_OPERATIONS) {
      String token = Tokens.person("quality-analyst").sign();
      given()
          .auth()
          .oauth2(token)
          .header("Heard-Caller", token)
          .get(path)
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ward-leader, /v1/wards/W01/comments, true",
    "quality-analyst, /v1/wards/W01/comments, true",
    "intranet, /v1/wards/W01/comments, false",
    "admin, /v1/wards/W01/comments, false",
    "alert-handler, /v1/wards/W01/comments, false",
    "information-governance, /v1/wards/W01/comments, false",
    "quality-analyst, /v1/wards/W01/held-comments, true",
    "ward-leader, /v1/wards/W01/held-comments, false",
    "admin, /v1/wards/W01/held-comments, false",
    "alert-handler, /v1/wards/W01/held-comments, false",
    "information-governance, /v1/wards/W01/held-comments, false",
    "ward-leader, /v1/wards/W01/counts, true",
    "intranet, /v1/wards/W01/counts, true",
    "admin, /v1/wards/W01/counts, false",
    "ward-leader, /v1/wards, true",
    "admin, /v1/wards, true",
    "nobody, /v1/wards, false",
    "admin, /v1/reconciliation, true",
    "quality-analyst, /v1/reconciliation, false",
    "ward-leader, /v1/reconciliation, false",
    "alert-handler, /v1/alerts/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1, true",
    "ward-leader, /v1/alerts/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1, false",
    "quality-analyst, /v1/alerts/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1, false",
    "information-governance, /v1/alerts/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1, false",
    "admin, /v1/alerts/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1, false",
  })
  void theCallersRoleDecides(String role, String path, boolean allowed) {
    int status =
        given()
            .auth()
            .oauth2(Tokens.gateway().sign())
            .header("Heard-Caller", Tokens.person(role).sign())
            .get(path)
            .statusCode();

    assertThat(status == 403).isEqualTo(!allowed);
  }

  private static final List<String> CROOKED =
      List.of(
          ";", ";a=b", "%3b", "%3B", "%2f", "%2F", "%5c", "%5C", "//", "/..", "/../", "%2e%2e",
          "%2E", "%252f", "%253B", "%00");

  @Test
  void aCrookedPathIsRefusedBeforeAnythingElse() throws Exception {
    List<String> paths = new ArrayList<>(SERVICE_OPERATIONS);
    paths.addAll(List.of("/v1/tag", "/q/health", "/q/openapi", "/unknown"));
    for (String path : paths) {
      for (String crooked : CROOKED) {
        assertRefused(path + crooked);
        assertRefused(path + crooked + "x");
        assertRefused(path.substring(0, 2) + crooked + path.substring(2));
      }
    }
    // What is no URI at all the server itself refuses, before any filter and without a document.
    for (String noUri : List.of("/v1\\wards", "/v1/wards%zz", "/v1/wards?site=%zz")) {
      assertThat(RawHttp.get(noUri)).as(noUri).startsWith("HTTP/1.1 400 ");
    }
  }

  private static void assertRefused(String path) throws Exception {
    assertThat(RawHttp.get(path))
        .as(path)
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json")
        .contains("\"code\":\"BAD_PATH\"")
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("X-Content-Type-Options: nosniff");
  }

  @Test
  void aRefusedAddressIsNoLabelOfAMetric() throws Exception {
    RawHttp.get("/v1;said-by-a-patient");
    given().get("/nothing");
    await().untilAsserted(() -> assertThat(labels()).contains("NOT_FOUND"));
    assertThat(labels()).noneMatch(label -> label.contains("patient"));
  }

  private List<String> labels() {
    return meters.find("http.server.requests").meters().stream()
        .map(meter -> meter.getId().getTag("uri"))
        .toList();
  }

  @Test
  void nobodyMayKeepOrGuessAtAnAnswer() {
    for (String path : List.of("/v1/wards", "/nowhere", "/q/health")) {
      given()
          .get(path)
          .then()
          .header("Cache-Control", "no-store")
          .header("X-Content-Type-Options", "nosniff");
    }
  }

  @Test
  void aLeaderOfAsManyUnitsAsATokenHoldsIsAnswered() {
    String units =
        IntStream.range(0, 500).mapToObj("NORTHMOOR-%04d"::formatted).collect(joining(","));
    given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header("Heard-Caller", Tokens.person("ward-leader").sign())
        .queryParam("units", units)
        .get("/v1/wards")
        .then()
        .statusCode(200);
  }

  @Test
  void theWrongRequestIsAProblemDocument() {
    String analyst = Tokens.person("quality-analyst").sign();
    given().get("/nowhere").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    given().get("/q/nowhere").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    given().get("/v1/wards/W01/x").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .delete("/v1/wards")
        .then()
        .statusCode(405)
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
    given()
        .auth()
        .oauth2(analyst)
        .contentType("text/plain")
        .body("[]")
        .post("/v1/tag")
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header("Heard-Caller", analyst)
        .accept("text/html")
        .get("/v1/wards")
        .then()
        .statusCode(406)
        .body("code", equalTo("NOT_ACCEPTABLE"));
  }

  @ParameterizedTest
  @CsvSource({
    "quality-analyst, 200",
    "admin, 200",
    "ward-leader, 403",
    "intranet, 403",
    "nobody, 403"
  })
  void taggingIsForAnalystsAndAdmins(String role, int status) {
    given()
        .auth()
        .oauth2(Tokens.person(role).sign())
        .contentType("application/json")
        .body("[]")
        .post("/v1/tag")
        .then()
        .statusCode(status);
  }

  @Test
  void theGatewayMayTagForNobodyAndStrangersMayNot() {
    given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .contentType("application/json")
        .body("[]")
        .post("/v1/tag")
        .then()
        .statusCode(200);
    given()
        .contentType("application/json")
        .body("[]")
        .post("/v1/tag")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHORIZED"));
  }

  private static io.restassured.response.ValidatableResponse tag(String body) {
    return given()
        .auth()
        .oauth2(Tokens.person("quality-analyst").sign())
        .contentType("application/json")
        .body(body)
        .post("/v1/tag")
        .then();
  }

  @Test
  void commentsAreTaggedInOrderAndBadOnesSayWhy() {
    tag("""
        [{"id": "a", "question": "good", "rating": 1, "text": "The nurse was kind. 💙"},
         {"id": "b", "question": "who", "rating": 1, "text": "The nurse was kind."},
         {"id": "c", "text": ""}]
        """)
        .statusCode(200)
        .body("id", equalTo(List.of("a", "b", "c")))
        .body("[0].tags", not(empty()))
        .body("[0].tags[0].evidence.text", equalTo("The nurse was kind"))
        .body("[0].severity", equalTo("none"))
        .body("[0].alert", nullValue())
        .body("[0].alerts", hasSize(0))
        .body("[0].language", equalTo("en"))
        .body("[0].containsKey('problem')", equalTo(false))
        .body("[1].problem.code", equalTo("INVALID_VALUE"))
        .body("[1].tags", empty())
        .body("[1].qdc", empty())
        .body("[1].alerts", empty())
        .body("[1].sentiment", nullValue())
        .body("[1].taxonomyVersion", equalTo("compassion-1.0"))
        .body("[2].sentiment", nullValue())
        .body("[2].criticality", nullValue());
    tag("[]").statusCode(200).body("", hasSize(0));
  }

  @Test
  void aBodyThatCannotBeReadIsRefusedAsAWhole() {
    tag("[{\"id\": \"a\", ").statusCode(400).body("code", equalTo("INVALID_JSON"));
    tag("").statusCode(400).body("code", equalTo("INVALID_JSON"));
    tag("{}").statusCode(400).body("code", equalTo("WRONG_TYPE"));
  }

  @Test
  void aThousandItemsAreTakenAndOneMoreIsNot() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      items.add("{\"id\": \"%d\", \"text\": \"Lovely staff.\"}".formatted(i));
    }
    tag("[" + String.join(",", items) + "]").statusCode(200).body("", hasSize(1000));
    items.add("{\"id\": \"1000\", \"text\": \"Lovely staff.\"}");
    tag("[" + String.join(",", items) + "]")
        .statusCode(422)
        .body("code", equalTo("TOO_MANY_ITEMS"));
  }

  @Test
  void aBodyOfMoreThan64MegabytesIsRefused() {
    String big = "x".repeat(65 * 1024 * 1024);
    tag("[{\"id\": \"a\", \"text\": \"" + big + "\"}]")
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("BODY_TOO_LARGE"));
  }
}
