package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers of actions are the numbers of the counts. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ActionNumbersIT {
  private static final String SHORTFALL = "improve: Nobody listened to me at all.";
  private static final String THEME =
      "\"layer\": \"compassion\", \"theme\": \"being-heard\", \"polarity\": \"absent\"";

  @Inject BatchHandler handler;

  private HandledPlace place;

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
  }

  @Test
  void theyAreCountedWhenItIsCreatedWhateverIsSentAndStay() throws Exception {
    UUID heard = UUID.randomUUID();
    place.handle(place.submitted(heard, 1, 4, SHORTFALL, "good: The food was warm and tasty."));
    JsonPath created =
        create(
            "\"insightRef\": {"
                + THEME
                + ", \"bucket\": \"week\", \"period\": \"2026-W41\", \"numerator\": 99,"
                + " \"denominator\": 100}");
    assertThat(created.getInt("insightRef.numerator")).isEqualTo(1);
    assertThat(created.getInt("insightRef.denominator")).isEqualTo(2);
    assertThat(created.getString("insightRef.period")).isEqualTo("2026-W41");

    place.handle(place.erased(heard, "receipt"));
    JsonPath later = get("/" + created.getString("id"));
    assertThat(later.getInt("insightRef.numerator")).isEqualTo(1);
    assertThat(later.getMap("insightRef")).isEqualTo(created.getMap("insightRef"));
    assertThat(later.prettify()).doesNotContain(heard.toString(), "listened");
  }

  @Test
  void anotherPeriodHasOtherNumbers() throws Exception {
    place.handle(place.submitted(UUID.randomUUID(), 1, 4, SHORTFALL));
    JsonPath created =
        create("\"insightRef\": {" + THEME + ", \"bucket\": \"month\", \"period\": \"2026-09\"}");
    assertThat(created.getInt("insightRef.numerator")).isZero();
    assertThat(created.getInt("insightRef.denominator")).isZero();
  }

  @Test
  void theSummaryTellsHowManyShortfallThemesHaveAnAction() throws Exception {
    place.handle(
        TestEvents.submittedAt(
            Instant.now().toString(),
            UUID.randomUUID(),
            1,
            place.organisation,
            place.ward,
            4,
            SHORTFALL));
    assertThat(get("/summary").getInt("shortfallThemes.numerator")).isZero();
    int themes = get("/summary").getInt("shortfallThemes.denominator");
    assertThat(themes).isPositive();

    create("\"measure\": {\"kind\": \"theme-rate\", " + THEME.replace("absent", "present") + "}");
    create("\"measure\": {\"kind\": \"any-shortfall\"}, \"status\": \"planned\"");
    assertThat(get("/summary").getInt("shortfallThemes.numerator")).isZero();
    create("\"measure\": {\"kind\": \"theme-rate\", " + THEME + "}");
    create("\"insightRef\": {" + THEME + ", \"period\": \"2026-W41\"}");

    JsonPath summary = get("/summary");
    assertThat(summary.getInt("shortfallThemes.numerator")).isEqualTo(1);
    assertThat(summary.getInt("shortfallThemes.denominator")).isEqualTo(themes);
    assertThat(summary.getMap("byStatus").keySet().stream().map(String::valueOf).toList())
        .isEqualTo(List.of("noted", "planned", "testing", "done", "cannot-do"));
    assertThat(summary.getInt("byStatus.noted")).isEqualTo(3);
    assertThat(summary.getInt("byStatus.planned")).isEqualTo(1);
    assertThat(summary.getInt("unmeasured")).isEqualTo(1);
    assertThat(summary.getInt("overdue")).isZero();
    assertThat(summary.getInt("statements")).isZero();
  }

  private JsonPath create(String fields) {
    return asked()
        .contentType("application/json")
        .body("{\"aim\": \"a\", " + fields + "}")
        .post(path(""))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private JsonPath get(String rest) {
    return asked().get(path(rest)).then().statusCode(200).extract().jsonPath();
  }

  private String path(String rest) {
    return "/v1/wards/" + place.ward + "/actions" + rest;
  }

  private RequestSpecification asked() {
    return given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header(
            "Heard-Caller",
            Tokens.person("ward-leader").withOrganisations(place.organisation).sign());
  }
}
