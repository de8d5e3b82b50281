package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A good score with a serious statement beside it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HiddenHarmIT {
  private static final String COLD = "improve: The food was cold.";
  private static final String HIT = "why: A nurse hit my mother and left her in her own urine.";

  @Inject BatchHandler handler;
  @Inject DataSource database;

  private HandledPlace place;
  private AskedPlace asked;

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
    asked = new AskedPlace(place);
  }

  /** How serious a text is the tagger's to know; here it is only said to be. */
  private UUID said(String day, String ward, Integer rating, String severity, String text)
      throws Exception {
    UUID id = UUID.randomUUID();
    place.handle(
        TestEvents.submittedAt(day + "T12:00:00Z", id, 1, place.organisation, ward, rating, text));
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update comment set severity = ? where submission_id = ?::uuid")) {
      update.setString(1, severity);
      update.setString(2, id.toString());
      update.executeUpdate();
    }
    return id;
  }

  private UUID said(Integer rating, String severity, String text) throws Exception {
    return said("2026-10-06", place.ward, rating, severity, text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, serious, 1", "2, serious, 1", "3, serious, 0", "4, serious, 0", "5, serious, 0",
    "6, serious, 0", ", serious, 0", "1, moderate, 0", "2, low, 0", "1, none, 0",
  })
  void itIsAGoodScoreAndASeriousStatement(Integer rating, String severity, int found)
      throws Exception {
    said(rating, severity, COLD);
    asked.ward("hidden-harm", "period", "2026-W41").then().body("total", equalTo(found));
  }

  @Test
  void onlyWhatIsShownIsListed() throws Exception {
    UUID shown = said(1, "serious", COLD);
    said(1, "serious", HIT);
    said(1, "serious", "good[pl]: Pielęgniarki były bardzo miłe.");
    UUID expired = said(1, "serious", COLD);
    place.handle(place.erased(expired, "retention"));
    UUID erased = said(1, "serious", COLD);
    place.handle(place.erased(erased, "receipt"));

    asked
        .ward("hidden-harm", "period", "2026-W41")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items.id", contains(shown + "-1"))
        .body("items[0].severity", equalTo("serious"))
        .body("items[0].text", equalTo("The food was cold."))
        .body("items[0].wardId", nullValue())
        .body("next", nullValue())
        .body("periods", hasSize(1))
        .body("periods[0].comments", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({"week, 2026-W41, 2", "month, 2026-10, 3", "quarter, 2026-Q4, 3"})
  void periodsAddUpToTheTotal(String bucket, String period, int total) throws Exception {
    said("2026-10-05", place.ward, 1, "serious", COLD);
    said("2026-10-11", place.ward, 2, "serious", COLD);
    said("2026-10-12", place.ward, 2, "serious", COLD);
    asked
        .ward("hidden-harm", "bucket", bucket, "period", period, "limit", "1")
        .then()
        .statusCode(200)
        .body("total", equalTo(total))
        .body("items", hasSize(1))
        .body("periods.period", contains(period))
        .body("periods[0].comments", equalTo(total));
  }

  @Test
  void withoutAPeriodItIsTheLastThirteen() {
    asked.ward("hidden-harm").then().body("periods", hasSize(13)).body("total", equalTo(0));
  }

  @Test
  void anOrganisationHasThoseOfItsWardsByDay() throws Exception {
    String other = "W-" + UUID.randomUUID();
    place.handle(TestEvents.ward(other, 1, place.site, place.organisation, "Other"));
    HandledPlace elsewhere = new HandledPlace(handler).known();
    elsewhere.handle(elsewhere.submitted(UUID.randomUUID(), 1, 1, COLD));
    for (int day = 5; day < 10; day++) {
      String on = "2026-10-0" + day;
      said(on, place.ward, 1, "serious", COLD);
      said(on, other, 2, "serious", COLD);
    }
    List<Map<String, Object>> items = asked.walk(path(), 3, () -> {}, "period", "2026-W41");

    assertThat(items).hasSize(10);
    assertThat(items.stream().map(item -> (String) item.get("id"))).doesNotHaveDuplicates();
    assertThat(items.stream().map(item -> (String) item.get("countedOn")).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(items.stream().map(item -> (String) item.get("wardId")))
        .containsOnly(place.ward, other);
    asked
        .get(path(), "period", "2026-W41")
        .then()
        .body("total", equalTo(10))
        .body("periods.comments", contains(10))
        .body("items.tags", everyItem(hasSize(org.hamcrest.Matchers.greaterThan(0))));
    asked
        .ward("hidden-harm", "period", "2026-W41")
        .then()
        .body("total", equalTo(5))
        .body(
            "items.countedOn",
            containsInAnyOrder(
                "2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09"));
  }

  @Test
  void anotherOrganisationIsUnknown() {
    HandledPlace foreign = new HandledPlace(handler);
    for (String id : List.of(foreign.organisation, "O-never-heard-of")) {
      asked
          .get("/v1/organisations/" + id + "/hidden-harm")
          .then()
          .statusCode(404)
          .body("code", equalTo("UNKNOWN_ORGANISATION"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bucket, year, BAD_BUCKET", "period, 2026-10, BAD_PERIOD", "limit, 201, LIMIT_TOO_LARGE",
    "limit, 0, BAD_LIMIT", "cursor, x, BAD_CURSOR", "severity, low, UNKNOWN_PARAMETER",
    "order, rate, UNKNOWN_PARAMETER",
  })
  void whatCannotBeAskedIsRefused(String parameter, String value, String code) {
    for (String path : List.of(path(), "/v1/wards/" + place.ward + "/hidden-harm")) {
      asked.get(path, parameter, value).then().statusCode(400).body("code", equalTo(code));
    }
  }

  /** The list of an organisation must not read all its comments. */
  @Test
  void itHasAnIndexOfItsOwn() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      try (var plan =
          statement.executeQuery(
              "explain select * from comment c where c.ward_id = 'x' and c.severity = 'serious'"
                  + " and c.rating <= 2 and c.withheld is null and c.text is not null")) {
        plan.next();
        StringBuilder lines = new StringBuilder();
        do {
          lines.append(plan.getString(1)).append('\n');
        } while (plan.next());
        assertThat(lines.toString()).contains("comment_hidden_harm");
      } finally {
        statement.execute("reset enable_seqscan");
      }
    }
  }

  private String path() {
    return "/v1/organisations/" + place.organisation + "/hidden-harm";
  }
}
