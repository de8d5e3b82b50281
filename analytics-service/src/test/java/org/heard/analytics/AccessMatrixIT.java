package org.heard.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation, every role and every kind of bad token. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AccessMatrixIT {
  private static final String WARD = "MATRIX-W";
  private static final String ORGANISATION = "MATRIX-O";

  @Inject DataSource database;

  @BeforeEach
  void aWardOfItsOwn() throws SQLException {
    execute(
        """
        insert into organisation values ('MATRIX-O', 1, 'Matrix', 'Europe/London');
        insert into site values ('MATRIX-S', 1, 'Matrix', null, 'MATRIX-O');
        insert into ward values ('MATRIX-W', 1, 'Matrix', 'MATRIX-S', 'MATRIX-O', '{}', null);
        """);
  }

  /** Other suites count the wards of the same database. */
  @AfterEach
  void isGoneAfterwards() throws SQLException {
    execute(
        """
        delete from ward where id = 'MATRIX-W';
        delete from site where id = 'MATRIX-S';
        delete from organisation where id = 'MATRIX-O';
        """);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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

  @Test
  void theGatewayReachesForAPersonWhatTheMatrixSays() {
    for (Operation operation : Operation.all()) {
      for (String role : Operation.ROLES) {
        Response response = ask(operation, gateway(), person(role));
        if (operation.through().contains(role)) {
          answers(response, operation.answer(), operation, role);
        } else {
          refuses(response, 403, "FORBIDDEN", operation, role);
        }
      }
    }
  }

  @Test
  void aPersonReachesWithoutTheGatewayWhatTheMatrixSays() {
    for (Operation operation : Operation.all()) {
      for (String role : Operation.ROLES) {
        for (String caller : new String[] {null, person(role)}) {
          Response response = ask(operation, person(role), caller);
          if (operation.direct().contains(role)) {
            answers(response, operation.answer(), operation, role);
          } else {
            refuses(response, 403, "FORBIDDEN", operation, role);
          }
        }
      }
    }
  }

  @Test
  void theGatewayReachesForNobodyWhatTheMatrixSays() {
    for (Operation operation : Operation.all()) {
      Response response = ask(operation, gateway(), null);
      if (operation.needsCaller()) {
        refuses(response, 401, "CALLER_REQUIRED", operation, "nobody");
      } else {
        answers(response, operation.answer(), operation, "nobody");
      }
    }
  }

  @Test
  void aWardOfAnotherOrganisationIsUnknownToEveryRole() {
    for (Operation operation : Operation.all()) {
      for (String role : operation.through()) {
        String foreign = Tokens.person(role).withOrganisations("O01").sign();
        if (operation.path().contains("{ward}")) {
          Response response = ask(operation, gateway(), foreign);
          refuses(response, 404, "UNKNOWN_WARD", operation, role);
        }
        if (operation.path().contains("{organisation}")) {
          Response response = ask(operation, gateway(), foreign);
          refuses(response, 404, "UNKNOWN_ORGANISATION", operation, role);
        }
      }
    }
  }

  @Test
  void withoutATokenOfItsOwnAPersonsOpensNothing() {
    for (Operation operation : Operation.all()) {
      refuses(ask(operation, null, null), 401, "UNAUTHORIZED", operation, "no token");
      for (String role : Operation.ROLES) {
        refuses(ask(operation, null, person(role)), 401, "UNAUTHORIZED", operation, role);
      }
    }
  }

  @Test
  void aBadServiceTokenIsRefusedEverywhere() {
    badServiceTokens()
        .forEach(
            (why, token) -> {
              for (Operation operation : Operation.all()) {
                Response response = ask(operation, token, person("quality-analyst"));
                refuses(response, 401, "UNAUTHORIZED", operation, why);
              }
            });
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

  @Test
  void aBadCallerTokenIsRefusedWhereverOneIsNeeded() {
    badCallerTokens()
        .forEach(
            (why, token) -> {
              for (Operation operation : Operation.all()) {
                if (operation.needsCaller()) {
                  Response response = ask(operation, gateway(), token);
                  refuses(response, 401, "CALLER_REQUIRED", operation, why);
                }
              }
            });
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

  private static final List<String> CROOKED =
      List.of(
          ";", ";a=b", "%3b", "%3B", "%2f", "%2F", "%5c", "%5C", "//", "..", "/..", "/../",
          "%2e%2e", "%2E", "%252f", "%253B", "%00");

  @Test
  void aCrookedPathIsRefusedOnEveryOperationBeforeAnythingElse() throws Exception {
    for (Operation operation : Operation.all()) {
      for (String path : crooked(operation.on(WARD, ORGANISATION))) {
        assertRefused(operation.method(), path);
        assertRefused(
            operation.method(),
            path,
            "Authorization: Bearer " + gateway(),
            "Heard-Caller: " + person("quality-analyst"));
      }
    }
    for (String elsewhere : List.of("/q/health", "/q/openapi", "/unknown")) {
      for (String path : crooked(elsewhere)) {
        assertRefused("GET", path);
      }
    }
  }

  private static Set<String> crooked(String path) {
    Set<String> paths = new TreeSet<>();
    for (String bit : CROOKED) {
      paths.add(path + bit);
      paths.add(path + bit + "x");
      paths.add(path.substring(0, 2) + bit + path.substring(2));
    }
    paths.add("/" + path);
    paths.add("/x/.." + path);
    paths.add("/x/%2E%2e" + path);
    return paths;
  }

  private static void assertRefused(String method, String path, String... headers)
      throws IOException {
    assertThat(RawHttp.send(method, path, headers))
        .as("%s %s", method, path)
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json")
        .contains("\"code\":\"BAD_PATH\"")
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("X-Content-Type-Options: nosniff");
  }

  /** The server itself refuses what is no URI at all, before any filter, without a document. */
  @Test
  void whatIsNoUriIsRefusedOnEveryOperation() throws Exception {
    for (Operation operation : Operation.all()) {
      String path = operation.on(WARD, ORGANISATION);
      for (String noUri :
          List.of(path + "\\", path.replace("/v1/", "/v1\\"), path + "%zz", path + "?site=%zz")) {
        assertThat(RawHttp.send(operation.method(), noUri, "Authorization: Bearer " + gateway()))
            .as("%s %s", operation.method(), noUri)
            .startsWith("HTTP/1.1 400 ");
      }
    }
  }

  private static String gateway() {
    return Tokens.gateway().sign();
  }

  private static String person(String role) {
    return Tokens.person(role).withOrganisations(ORGANISATION).sign();
  }

  private static Response ask(Operation operation, String token, String caller) {
    RequestSpecification request = given();
    if (token != null) {
      request.auth().oauth2(token);
    }
    if (caller != null) {
      request.header("Heard-Caller", caller);
    }
    if (!operation.body().isEmpty()) {
      request.contentType("application/json").body(operation.body());
    }
    return request.request(operation.method(), operation.on(WARD, ORGANISATION));
  }

  private static void answers(Response response, int status, Operation operation, String who) {
    assertThat(response.statusCode()).as("%s as %s", operation, who).isEqualTo(status);
  }

  private static void refuses(
      Response response, int status, String code, Operation operation, String who) {
    answers(response, status, operation, who);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("code"))
        .as("%s as %s", operation, who)
        .isEqualTo(code);
  }
}
