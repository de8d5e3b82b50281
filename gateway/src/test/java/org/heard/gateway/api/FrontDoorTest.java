package org.heard.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page without a token, the addresses that do not exist and the description of the rest. */
@QuarkusTest
class FrontDoorTest extends GatewayTest {
  @Inject MeterRegistry meters;

  @Test
  void theFirstPageTellsHowToBecomeSomebody() {
    String page =
        given()
            .get("/")
            .then()
            .statusCode(200)
            .contentType("text/html")
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
            .header("X-Content-Type-Options", "nosniff")
            .extract()
            .asString();
    assertThat(page)
        .contains("Not for real patients yet: redaction, alerts and scope are not complete.")
        .contains("deploy/token ward-leader --units W01", "/api/v1/wards/W01/insights")
        .contains("lang=\"en-GB\"", "name=\"viewport\"")
        .doesNotContainIgnoringCase("<script", "style=\"", "{login");
    for (String role : Operation.ROLES) {
      assertThat(page).contains("deploy/token " + role);
    }
    given().get("/demo-logins.css").then().statusCode(200).contentType("text/css");
  }

  @Test
  void aStaleTokenDoesNotShutThePublicPages() {
    get(tokens.expired(), "/").then().statusCode(200);
    get(tokens.expired(), "/q/health/live").then().statusCode(200);
  }

  @Test
  void unknownAddressesAreProblems() {
    String token = tokens.of("quality-analyst");
    for (String path :
        List.of(
            "/nowhere",
            "/api",
            "/api/v1",
            "/api/v2/me",
            "/api/v1/wards/W01",
            "/q/dev",
            "/q/metrics")) {
      isProblem(get(token, path), 404, "NOT_FOUND");
      isProblem(given().get(path), 404, "NOT_FOUND");
    }
  }

  @Test
  void aRefusedAddressIsNoLabelOfAMetric() {
    get(tokens.of("quality-analyst"), "/api;said-by-a-patient").then().statusCode(400);
    given().get("/nowhere");
    await().untilAsserted(() -> assertThat(labels()).contains("NOT_FOUND"));
    assertThat(labels()).noneMatch(label -> label.contains("patient"));
  }

  private List<String> labels() {
    return meters.find("http.server.requests").meters().stream()
        .map(meter -> meter.getId().getTag("uri"))
        .toList();
  }

  @Test
  void theDropInIsOffUntilSomebodySwitchesItOn() {
    isProblem(
        given().contentType("application/json").body("[]").post("/predict_multilabel"),
        404,
        "NOT_FOUND");
  }

  @Test
  void wrongMethodsAndMediaTypesAreProblems() {
    String bearer = "Bearer " + tokens.of("quality-analyst");
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      isProblem(
          given().header("Authorization", bearer).request(method, "/api/v1/wards/W01/insights"),
          405,
          "METHOD_NOT_ALLOWED");
    }
    isProblem(
        given().header("Authorization", bearer).accept("text/csv").get("/api/v1/wards"),
        406,
        "NOT_ACCEPTABLE");
  }

  @Test
  void openApiNamesEveryCodeAndTheKey() {
    var document =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
    Map<String, Object> schemes = document.get("components.securitySchemes");
    List<String> codes = document.get("components.schemas.Problem.properties.code.'enum'");

    assertThat(schemes).containsKey("token");
    assertThat(codes)
        .containsExactlyElementsOf(
            java.util.Arrays.stream(org.heard.gateway.problem.ErrorCode.values())
                .map(Enum::name)
                .toList());
    assertThat((String) document.get("paths.'/api/v1/wards/{ward}/insights'.get.description"))
        .contains("whole per cent 0-100");
  }
}
