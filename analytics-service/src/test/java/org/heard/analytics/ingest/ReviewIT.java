package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.heard.analytics.comment.CommentStoreFactory;
import org.heard.analytics.counting.Recount;
import org.heard.analytics.counting.TagVersions;
import org.heard.analytics.review.ReviewParts;
import org.heard.analytics.tagging.Themes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked what about the model, and what their verdicts say of it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ReviewIT {
  private static final String TEXT = "The food was cold.";
  private static final String COLD = "improve: " + TEXT;
  private static final String MISSED =
      "{\"layer\":\"compassion\",\"theme\":\"being-heard\",\"polarity\":\"absent\","
          + "\"evidence\":{\"start\":0,\"end\":8}}";

  private static final String SURE = "good: The night nurse was kind and explained everything.";

  @Inject BatchHandler handler;
  @Inject DataSource database;
  @Inject TagVersions versions;
  @Inject Recount recount;

  private final Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
  private HandledPlace place;

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
  }

  @Test
  void whatIsDrawnIsAskedAboutUntilSomebodyHasReviewedIt() throws Exception {
    String comment = submitted(drawn(), COLD);
    JsonPath page = queue("").then().statusCode(200).extract().jsonPath();
    assertThat(page.getInt("total")).isEqualTo(1);
    assertThat(page.getMap("items[0]"))
        .containsOnlyKeys(
            "commentId", "wardId", "question", "rating", "text", "language", "sample", "tags")
        .containsEntry("commentId", comment)
        .containsEntry("wardId", place.ward)
        .containsEntry("question", "improve")
        .containsEntry("rating", 4)
        .containsEntry("text", TEXT)
        .containsEntry("language", "en")
        .containsEntry("sample", "random");
    assertThat(page.getList("items[0].tags.theme")).contains("food-and-drink");

    review(analyst(), comment, verdicts(true), MISSED)
        .then()
        .statusCode(200)
        .body("commentId", equalTo(comment))
        .body("sample", equalTo("random"))
        .body("modelVersion", equalTo(versions.model()));
    queue("").then().body("total", equalTo(0));
    quality("")
        .then()
        .statusCode(200)
        .body("reviewed", equalTo(1))
        .body("modelVersion", equalTo(versions.model()));
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);
    assertThat(tag("being-heard")).containsExactly(0, 0, 1);

    // One's own is replaced; another's is kept beside it, and the first counts.
    review(analyst(), comment, verdicts(false), "").then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(0, 1, 0);
    assertThat(tag("being-heard")).isEmpty();
    review(analyst().subject("later"), comment, verdicts(true), MISSED).then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(0, 1, 0);
    assertThat(number("select count(*) from review where ward_id = ?")).isEqualTo(2);
  }

  /** A client may send the same again, and an analyst may think again: they were first. */
  @Test
  void whoWasFirstStaysFirstWhateverTheySayAgain() throws Exception {
    String comment = submitted(drawn(), COLD);
    Tokens.Draft later = analyst().subject("a-later-one");
    String first =
        review(analyst(), comment, verdicts(true), "").then().extract().path("reviewedAt");
    review(later, comment, verdicts(false), "").then().statusCode(200);
    review(analyst(), comment, verdicts(true), "").then().body("reviewedAt", equalTo(first));
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);
    review(later, comment, verdicts(false), "").then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);
    review(analyst(), comment, verdicts(false), "").then().statusCode(200);
    review(later, comment, verdicts(true), "").then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(0, 1, 0);
  }

  /** Of words that are no more a review counts until somebody has judged those that are. */
  @Test
  void aReviewOfTheWordsThatAreCountsBeforeOneOfWordsThatWere() throws Exception {
    UUID id = drawn();
    String comment = submitted(id, COLD);
    review(analyst(), comment, verdicts(false), "").then().statusCode(200);
    place.handle(again(id, 2, COLD + " Very cold."));
    assertThat(tag("food-and-drink")).containsExactly(0, 1, 0);
    Tokens.Draft later = analyst().subject("later");
    review(later, comment, verdicts(true), "").then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);

    // Of the same words again the first analyst is the second.
    review(analyst(), comment, verdicts(false), "").then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);
  }

  /** Then no review has a hash: which of them were of other words must not be forgotten with it. */
  @Test
  void retentionChangesNothingOfWhichReviewCounts() throws Exception {
    UUID id = drawn();
    String comment = submitted(id, COLD);
    review(analyst(), comment, verdicts(false), "").then().statusCode(200);
    place.handle(again(id, 2, COLD + " Very cold."));
    review(analyst().subject("later"), comment, verdicts(true), "").then().statusCode(200);
    place.handle(place.erased(id, "retention"));
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);
    quality("").then().body("reviewed", equalTo(1));
  }

  @Test
  void theSampleIsWhatTheSettingsSay() throws Exception {
    Map<String, Integer> bits = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      UUID id = UUID.randomUUID();
      int bit = (int) Math.floorMod(CommentStoreFactory.shuffle(id, 1), 1000L);
      bits.put(submitted(id, SURE), bit);
    }
    Map<String, Integer> unsure = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      UUID id = UUID.randomUUID();
      int bit = (int) Math.floorMod(CommentStoreFactory.shuffle(id, 1), 1000L);
      unsure.put(submitted(id, SURE), bit);
      execute("update comment set low_confidence = true where submission_id = '%s'", id.toString());
    }
    recount.rebuild();
    submitted(UUID.randomUUID(), "why: n/a");
    submitted(UUID.randomUUID(), "why: I want to kill myself, I have the tablets here.");
    submitted(UUID.randomUUID(), "good[pl]: Bardzo miłe.");

    ReviewParts parts = new ReviewParts(database, versions, Clock.systemUTC());
    for (int share : new int[] {0, 50, 400, 1000}) {
      Map<String, String> expected = new HashMap<>();
      bits.forEach((comment, bit) -> put(expected, comment, bit < share ? "random" : null));
      unsure.forEach(
          (comment, bit) -> put(expected, comment, bit < share ? "random" : "low-confidence"));
      assertThat(parts.queue(place.organisation, settings(share)))
          .as("%d of 1,000", share)
          .isEqualTo(expected);
    }
    assertThat(
            new ReviewParts(database, new TagVersions("x", "another"), Clock.systemUTC())
                .queue(place.organisation, settings(1000)))
        .as("tagged by another model")
        .isEmpty();
  }

  private static void put(Map<String, String> expected, String comment, String sample) {
    if (sample != null) {
      expected.put(comment, sample);
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-10-07, true", "2026-10-08, false"})
  void aCommentIsAskedAboutForAWindow(String today, boolean asked) throws Exception {
    // Counted on 5 October.
    place.handle(place.submitted(UUID.randomUUID(), 1, 4, COLD));
    Instant noon = LocalDate.parse(today).atTime(12, 0).toInstant(ZoneOffset.UTC);
    Map<String, String> settings = new HashMap<>(settings(1000));
    settings.put("heard.review.window", "P3D");
    assertThat(
            new ReviewParts(database, versions, Clock.fixed(noon, ZoneOffset.UTC))
                .queue(place.organisation, settings)
                .size())
        .isEqualTo(asked ? 1 : 0);
  }

  private static Map<String, String> settings(int random) {
    return Map.of("heard.review.random-per-mille", String.valueOf(random));
  }

  @Test
  void pageByPageNothingComesTwice() throws Exception {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(submitted(drawn(), COLD));
    }
    List<String> listed = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = queue("?limit=2" + cursor).then().statusCode(200).extract().jsonPath();
      assertThat(page.getInt("total")).isEqualTo(5);
      listed.addAll(page.getList("items.commentId"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void nobodyJudgesWhatIsSaidOfTheirOwnWard() throws Exception {
    String comment = submitted(drawn(), COLD);
    Tokens.Draft both = analyst().withGroups("quality-analyst", "ward-leader");
    for (String unit : List.of(place.ward, place.site, "D-" + place.organisation)) {
      Tokens.Draft leader = both.withUnits("W01", unit);
      as(leader).get("/v1/review").then().body("total", equalTo(0));
      review(leader, comment, verdicts(true), "")
          .then()
          .statusCode(403)
          .body("code", equalTo("OWN_WARD"));
    }
    as(both.withUnits("W01")).get("/v1/review").then().body("total", equalTo(1));
    Tokens.Draft stranger = analyst().withOrganisations("O-" + UUID.randomUUID());
    as(stranger).get("/v1/review").then().body("total", equalTo(0));
    review(stranger, comment, verdicts(true), "").then().statusCode(404);
    as(stranger).get("/v1/review/quality").then().body("reviewed", equalTo(0));
  }

  @Test
  void theModelIsJudgedByWhatItSaidBeforeAnybodyCorrectedIt() throws Exception {
    String comment = submitted(drawn(), COLD);
    correct(
        comment,
        "{\"kind\":\"wrong\",\"layer\":\"practical\",\"theme\":\"food-and-drink\","
            + "\"polarity\":\"negative\"}");
    correct(comment, "{\"kind\":\"missing\"," + MISSED.substring(1));

    queue("")
        .then()
        .body("items[0].tags.theme", hasItem("food-and-drink"))
        .body("items[0].tags.theme", not(hasItem("being-heard")));
    review(analyst(), comment, verdicts(false), MISSED).then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(0, 1, 0);
    assertThat(tag("being-heard")).containsExactly(0, 0, 1);
  }

  private void correct(String comment, String dispute) {
    String id =
        as(analyst().subject("other"))
            .body(dispute)
            .post("/v1/wards/" + place.ward + "/comments/" + comment + "/dispute")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    as(analyst())
        .body("{\"decision\":\"accept\"}")
        .post("/v1/corrections/" + id + "/decide")
        .then()
        .statusCode(200);
  }

  @Test
  void drawnCommentsAloneTellHowRightItIs() throws Exception {
    String drawn = submitted(drawn(), COLD);
    String second = submitted(drawn(), COLD);
    review(analyst(), drawn, verdicts(true), "").then().statusCode(200);
    review(analyst(), second, verdicts(true), "").then().statusCode(200);
    assertThat(tag("food-and-drink")).containsExactly(2, 0, 0);
    execute("update review set sample = 'low-confidence' where submission_id = '%s'", second);
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);
    execute("update review_verdict set verdict = 'wrong' where submission_id = '%s'", drawn);
    assertThat(tag("food-and-drink")).containsExactly(0, 1, 0);

    LocalDate day = LocalDate.ofInstant(yesterday, ZoneOffset.UTC);
    quality("?to=" + day.minusDays(2)).then().body("reviewed", equalTo(0));
    quality("?from=" + day.plusDays(1)).then().body("reviewed", equalTo(0));
    quality("?from=" + day.minusDays(1) + "&to=" + day.plusDays(1))
        .then()
        .body("reviewed", equalTo(1))
        .body("from", equalTo(day.minusDays(1).toString()));
    execute("delete from review where submission_id = '%s'", drawn);
    quality("").then().body("reviewed", equalTo(0)).body("tags.size()", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "?from=2026-10-06&to=2026-10-05, PERIOD_ORDER",
    "?from=2026-02-30, BAD_PERIOD",
    "?to=2026-W40, BAD_PERIOD",
    "?from=10000-01-01, BAD_PERIOD",
    "?model=x, UNKNOWN_PARAMETER",
  })
  void aRangeIsOfDays(String query, String code) {
    quality(query).then().statusCode(400).body("code", equalTo(code));
  }

  @Test
  void verdictsAreOfAllTagsAndNoOther() throws Exception {
    String comment = submitted(drawn(), COLD);
    review(analyst(), comment, "", "")
        .then()
        .statusCode(422)
        .body("code", equalTo("INCOMPLETE_REVIEW"));
    String other =
        "{\"layer\":\"general\",\"theme\":\"general-praise\",\"polarity\":null,\"right\":true}";
    review(analyst(), comment, verdicts(true) + "," + other, "")
        .then()
        .body("code", equalTo("INCOMPLETE_REVIEW"));
    review(analyst(), comment, verdicts(true) + "," + verdicts(true), "")
        .then()
        .body("code", equalTo("INVALID_VALUE"));
    review(analyst(), comment, verdicts(true), MISSED + "," + MISSED)
        .then()
        .body("code", equalTo("INVALID_VALUE"));
    String said =
        "{\"layer\":\"practical\",\"theme\":\"food-and-drink\",\"polarity\":\"negative\","
            + "\"evidence\":{\"start\":0,\"end\":8}}";
    review(analyst(), comment, verdicts(true), said)
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_TAGGED"));
    review(analyst(), comment, verdicts(true), MISSED.replace("8}", "80}"))
        .then()
        .body("code", equalTo("BAD_EVIDENCE"));
    review(analyst(), comment, verdicts(true).replace("true", "1"), "")
        .then()
        .statusCode(400)
        .body("code", equalTo("WRONG_TYPE"));
    assertThat(number("select count(*) from review where ward_id = ?")).isZero();
    review(analyst(), UUID.randomUUID() + "-1", verdicts(true), "").then().statusCode(404);
    review(analyst(), "x", verdicts(true), "").then().statusCode(404);
    review(analyst(), submitted(undrawn(), "why: n/a"), "", "").then().statusCode(404);
  }

  @Test
  void aReviewHasBounds() throws Exception {
    String comment = submitted(drawn(), COLD);
    List<String> missing =
        Themes.compassion().stream()
            .flatMap(
                theme ->
                    Stream.of("present", "absent")
                        .map(
                            polarity ->
                                MISSED
                                    .replace("being-heard", theme.code())
                                    .replace("absent", polarity)))
            .toList();
    List<String> most = missing.subList(0, 21);
    review(analyst(), comment, verdicts(true), String.join(",", most))
        .then()
        .statusCode(422)
        .body("code", equalTo("TOO_MANY_ITEMS"));
    review(analyst(), comment, verdicts(true), String.join(",", most.subList(0, 20)))
        .then()
        .statusCode(200);
    review(analyst(), comment, verdicts(true), " ".repeat(65_536))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void anErasureDestroysVerdictsAndRetentionKeepsThemWithoutAHash() throws Exception {
    UUID erased = drawn();
    UUID expired = drawn();
    for (UUID id : List.of(erased, expired)) {
      review(analyst(), submitted(id, COLD), verdicts(true), "").then().statusCode(200);
    }
    place.handle(place.erased(erased, "receipt"), place.erased(expired, "retention"));
    assertThat(tag("food-and-drink")).containsExactly(1, 0, 0);
    assertThat(number("select count(*) from review where ward_id = ? and text_hash is not null"))
        .isZero();
    assertThat(
            number(
                "select count(*) from review_verdict where submission_id = '"
                    + erased
                    + "' and ? <> ''"))
        .isZero();
    review(analyst(), expired + "-1", verdicts(true), "").then().statusCode(404);
    place.handle(place.erased(expired, "objection"));
    assertThat(tag("food-and-drink")).isEmpty();
  }

  @Test
  void otherWordsAreAskedAboutAgainAndTheSameAreNot() throws Exception {
    UUID id = drawn();
    String comment = submitted(id, COLD);
    review(analyst(), comment, verdicts(true), "").then().statusCode(200);
    place.handle(again(id, 2, COLD));
    queue("").then().body("total", equalTo(0));
    place.handle(again(id, 3, COLD + " Very cold."));
    queue("").then().body("items.commentId", contains(comment));
  }

  @Test
  void aReviewFollowsItsCommentAndKeepsNoHashOfWordsThatAreGone() throws Exception {
    UUID id = drawn();
    String comment = submitted(id, COLD);
    review(analyst(), comment, verdicts(true), "").then().statusCode(200);
    String hashed = "select count(*) from review where ward_id = ? and text_hash is not null";
    String other = "W-" + UUID.randomUUID();
    place.handle(
        TestEvents.place(place.organisation, place.site, other).toArray(TestEvents.Fact[]::new));
    place.handle(
        TestEvents.submittedAt(yesterday.toString(), id, 2, place.organisation, other, 4, COLD));
    assertThat(number(hashed)).isZero();
    assertThat(number(hashed.replace("?", "'" + other + "' and ? <> ''"))).isEqualTo(1);
    place.handle(again(id, 3, COLD));
    assertThat(number(hashed)).isEqualTo(1);
    place.handle(again(id, 4, COLD + " Very cold."));
    assertThat(number(hashed)).isZero();
    assertThat(number("select count(*) from review where ward_id = ?")).isEqualTo(1);
  }

  private String submitted(UUID id, String answer) throws Exception {
    place.handle(again(id, 1, answer));
    return id + "-1";
  }

  private TestEvents.Fact again(UUID id, int version, String answer) {
    return TestEvents.submittedAt(
        yesterday.toString(), id, version, place.organisation, place.ward, 4, answer);
  }

  private static UUID drawn() {
    return Stream.generate(UUID::randomUUID).filter(ReviewIT::isDrawn).findFirst().orElseThrow();
  }

  private static UUID undrawn() {
    return Stream.generate(UUID::randomUUID).filter(id -> !isDrawn(id)).findFirst().orElseThrow();
  }

  private static boolean isDrawn(UUID id) {
    return Math.floorMod(CommentStoreFactory.shuffle(id, 1), 1000L) < 50;
  }

  /** The same verdict on all that the model has said of the cold food, whatever follows it. */
  private String verdicts(boolean right) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select distinct layer, theme, polarity from model_tag join comment"
                    + " using (submission_id, n) where ward_id = ? and starts_with(text, ?)")) {
      select.setString(1, place.ward);
      select.setString(2, TEXT);
      List<String> verdicts = new ArrayList<>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          String polarity = row.getString(3).isEmpty() ? "null" : "\"" + row.getString(3) + "\"";
          verdicts.add(
              "{\"layer\":\"%s\",\"theme\":\"%s\",\"polarity\":%s,\"right\":%s}"
                  .formatted(row.getString(1), row.getString(2), polarity, right));
        }
      }
      return String.join(",", verdicts);
    }
  }

  private Response review(Tokens.Draft person, String comment, String verdicts, String missing) {
    return as(person)
        .body("{\"verdicts\":[" + verdicts + "],\"missing\":[" + missing + "]}")
        .put("/v1/review/" + comment);
  }

  private Response queue(String query) {
    return as(analyst()).get("/v1/review" + query);
  }

  private Response quality(String query) {
    return as(analyst()).get("/v1/review/quality" + query);
  }

  /** Right, wrong and missing of a theme; empty where there is no row. */
  private List<Integer> tag(String theme) {
    Map<String, Object> row =
        quality("").jsonPath().getMap("tags.find { it.theme == '" + theme + "' }");
    return row == null
        ? List.of()
        : List.of((int) row.get("right"), (int) row.get("wrong"), (int) row.get("missing"));
  }

  private Tokens.Draft analyst() {
    return Tokens.person("quality-analyst")
        .withOrganisations(place.organisation)
        .subject("analyst");
  }

  private static RequestSpecification as(Tokens.Draft person) {
    return given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .contentType("application/json; charset=UTF-8")
        .header("Heard-Caller", person.sign());
  }

  private void execute(String sql, String comment) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(comment.substring(0, 36)));
    }
  }

  private long number(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, place.ward);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
