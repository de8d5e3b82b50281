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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes for every request, and tagging on request. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AccessIT {
  @Inject MeterRegistry meters;

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
