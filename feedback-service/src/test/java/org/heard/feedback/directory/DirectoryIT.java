package org.heard.feedback.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DirectoryIT {
  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void countsAVersionForAChangeAndNoneForARepeat() {
    Map<String, Object> state = Map.of("name", "Medicine", "organisationId", "O01");
    int version = put("divisions/D01", state).path("version");
    put("divisions/D01", state).then().statusCode(200).body("version", equalTo(version));
    put("divisions/D01", Map.of("name", "Acute Medicine", "organisationId", "O01"))
        .then()
        .statusCode(200)
        .body("version", equalTo(version + 1));
    put("divisions/D01", state);
  }

  @Test
  void pagesThroughAListInTheOrderOfIds() {
    Response first = get("wards?limit=2");
    first.then().body("items.id", equalTo(List.of("W01", "W02"))).body("next", equalTo("W02"));
    get("wards?limit=2&cursor=" + first.path("next"))
        .then()
        .body("items.id", equalTo(List.of("W09")))
        .body("next", nullValue());
  }

  @Test
  void refusesAPageThatIsTooLarge() {
    get("wards?limit=201").then().statusCode(400).body("code", equalTo("LIMIT_TOO_LARGE"));
    for (String limit : List.of("0", "-1", "many")) {
      get("wards?limit=" + limit).then().statusCode(400).body("code", equalTo("BAD_LIMIT"));
    }
  }

  @Test
  void refusesACursorThatItDidNotMake() {
    for (String cursor : List.of("\u0000", "W 01", "W".repeat(51))) {
      Feedback.as(TestTokens.admin())
          .queryParam("cursor", cursor)
          .get("/v1/directory/wards")
          .then()
          .statusCode(400)
          .body("code", equalTo("BAD_CURSOR"));
    }
  }

  @Test
  void refusesAMisspeltParameter() {
    get("wards?curser=W01").then().statusCode(400).body("code", equalTo("UNKNOWN_PARAMETER"));
    get("wards/W01?x=1").then().statusCode(400).body("code", equalTo("UNKNOWN_PARAMETER"));
  }

  @Test
  void refusesParentsThatDoNotExist() {
    put("wards/W50", Map.of("name", "x", "siteId", "S77"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/siteId"))
        .body("code", equalTo("UNKNOWN_UNIT"));
    put("wards/W50", Map.of("name", "x", "siteId", "S01", "divisionIds", List.of("D77")))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/divisionIds/0"));
    get("wards").then().body("items.id", not(hasItem("W50")));
  }

  @Test
  void refusesFieldsThatAnotherLevelHas() {
    put("sites/S01", Map.of("name", "x", "organisationId", "O01", "zone", "Europe/London"))
        .then()
        .statusCode(422)
        .body("code", equalTo("UNKNOWN_FIELD"));
    for (String zone : List.of("Mars/Olympus", "+01:00")) {
      put("organisations/O01", Map.of("name", "x", "zone", zone))
          .then()
          .statusCode(422)
          .body("code", equalTo("INVALID_VALUE"));
    }
  }

  @Test
  void showsNothingOfOrganisationsThatAreNotTheCallers() {
    put("organisations/O77", Map.of("name", "x")).then().statusCode(404);
    get("wards/NOPE").then().statusCode(404);
  }

  private static Response get(String path) {
    return Feedback.as(TestTokens.admin()).get("/v1/directory/" + path);
  }

  private static Response put(String path, Map<String, Object> state) {
    return Feedback.as(TestTokens.admin()).body(state).put("/v1/directory/" + path);
  }
}
