package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.heard.analytics.comment.HeldAccess;
import org.heard.analytics.counting.Recount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held for its language, and what becomes of it once a person has read it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TranslationsIT {
  private static final String WEEK = "2026-W41";
  private static final String POLISH = "Pielęgniarki były bardzo miłe i nam pomogły.";
  private static final String HELD = "good[pl]: " + POLISH;
  private static final String COLD = "improve: The food was cold.";
  private static final String ENGLISH = "The nurses were very kind and helped us.";
  private static final String SERIOUS = "I want to kill myself, I have the tablets here.";

  @Inject BatchHandler handler;
  @Inject DataSource database;
  @Inject Recount recount;

  private HandledPlace place;
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
  }

  @AfterEach
  void rollupsAgreeWithFacts() throws SQLException {
    assertThat(recount.mismatches()).as("rollup rows that differ from the facts").isZero();
  }

  @Test
  void whatIsHeldIsListedAsItWasPublishedAndTheReadingIsNoted() throws Exception {
    place.handle(place.submitted(id, 1, 2, COLD, HELD));
    assertCounts(2, 1, 1);

    Response list = held("");
    list.then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("next", nullValue())
        .body(
            "items[0]",
            equalTo(
                Map.of(
                    "id",
                    id + "-2",
                    "submissionId",
                    id.toString(),
                    "question",
                    "good",
                    "language",
                    "pl",
                    "text",
                    POLISH,
                    "version",
                    list.<String>path("items[0].version"),
                    "countedOn",
                    "2026-10-05")));
    assertThat(
            number(
                "select count(*) from held_access where ward_id = ? and what = 'read'"
                    + " and subject = 'somebody' and comments = array['"
                    + id
                    + "-2']"))
        .isEqualTo(1);
  }

  @Test
  void whoReadItStaysNoted() throws Exception {
    place.handle(place.submitted(id, 1, 2, COLD, HELD));
    held("").then().statusCode(200);
    for (String change :
        List.of(
            "update held_access set subject = 'nobody'",
            "update held_access set comments = '{}'",
            "delete from held_access",
            "truncate held_access")) {
      assertThatThrownBy(() -> execute(change))
          .as(change)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("stay as they are");
    }
    assertThat(noted("read")).isEqualTo(1);
  }

  @Test
  void whoReadAndWhoWroteIsListedTheLastFirstWithoutWords() throws Exception {
    place.handle(place.submitted(id, 1, 2, COLD, HELD));
    held("").then().statusCode(200);
    translate(id + "-2", "translation", ENGLISH).then().statusCode(200);
    held("").then().statusCode(200);
    try (var connection = database.getConnection()) {
      new HeldAccess(
              HeldAccess.EXPORT,
              place.ward,
              place.organisation,
              List.of(id + "-1"),
              "somebody",
              Instant.parse("2026-10-06T09:14:05Z"))
          .note(connection);
    }

    Tokens.Draft governance =
        Tokens.person("information-governance").withOrganisations(place.organisation);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page = as(governance).get("/v1/held-accesses?limit=1" + cursor);
      page.then()
          .statusCode(200)
          .body("total", equalTo(4))
          .body("items", hasSize(1))
          .body("items[0].subject", equalTo("somebody"))
          .body("items[0].wardId", equalTo(place.ward))
          .body("items[0].size()", equalTo(5));
      assertThat(page.asString()).doesNotContain("nurses", "Piel");
      seen.add(page.path("items[0].what") + " " + page.path("items[0].comments"));
      cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
    }
    assertThat(seen)
        .containsExactly(
            "export [" + id + "-1]",
            "read []",
            "translation [" + id + "-2]",
            "read [" + id + "-2]");
    given()
        .get("/q/openapi?format=json")
        .then()
        .body(
            "components.schemas.HeldAccess.properties.what.enum",
            containsInAnyOrder("read", "translation", "cleared", "export"));
    as(Tokens.person("information-governance").withOrganisations("O-elsewhere"))
        .get("/v1/held-accesses")
        .then()
        .body("total", equalTo(0));
    for (String bad : List.of("x", "eA")) {
      as(governance)
          .get("/v1/held-accesses?cursor=" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("BAD_CURSOR"));
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void theOldestComesFirstPageByPage() throws Exception {
    for (int day : new int[] {7, 5, 6}) {
      place.handle(
          TestEvents.submittedAt(
              "2026-10-0%dT12:00:00Z".formatted(day),
              UUID.randomUUID(),
              1,
              place.organisation,
              place.ward,
              1,
              HELD,
              HELD));
    }
    List<String> days = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = held("?limit=4" + cursor).then().statusCode(200).extract().jsonPath();
      assertThat(page.getInt("total")).isEqualTo(6);
      days.addAll(page.getList("items.countedOn"));
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(days).hasSize(6).isSorted();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void aTranslationIsTaggedCountedAndFound() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD, COLD));
    translate("translation", ENGLISH)
        .then()
        .statusCode(200)
        .body(
            "$",
            equalTo(
                Map.of(
                    "id", id + "-1", "text", ENGLISH, "language", "en", "translatedFrom", "pl")));

    assertCounts(2, 2, 0);
    held("").then().body("total", equalTo(0));
    JsonPath page = comments("&q=helped").then().body("total", equalTo(1)).extract().jsonPath();
    assertThat(page.getString("items[0].id")).isEqualTo(id + "-1");
    assertThat(page.getString("items[0].text")).isEqualTo(ENGLISH);
    assertThat(page.getString("items[0].language")).isEqualTo("en");
    assertThat(page.getString("items[0].translatedFrom")).isEqualTo("pl");
    List<Map<String, Object>> passages = page.getList("items[0].tags.evidence");
    assertThat(passages).isNotEmpty();
    for (Map<String, Object> passage : passages) {
      assertThat(passage.get("text"))
          .isEqualTo(ENGLISH.substring((int) passage.get("start"), (int) passage.get("end")));
    }
    comments("&theme=kindness-and-courtesy&polarity=present").then().body("total", equalTo(1));
    comments("").then().body("items.find { it.question == 'improve' }.size()", equalTo(11));
    assertThat(
            number(
                "select comments from rollup_theme where ward_id = ?"
                    + " and theme = 'kindness-and-courtesy' and polarity = 'present'"))
        .isEqualTo(1);
    assertThat(number("select count(*) from comment where ward_id = ? and original = '%s'", POLISH))
        .as("what was published stays the record")
        .isEqualTo(1);
  }

  @Test
  void aClearedAnswerIsShownAndHasNoContent() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD, COLD));
    translate("cleared", "Bardzo miłe.")
        .then()
        .statusCode(200)
        .body("$", equalTo(Map.of("id", id + "-1", "text", "Bardzo miłe.", "language", "pl")));

    assertCounts(2, 1, 0);
    comments("&theme=unsupported-language")
        .then()
        .body("total", equalTo(1))
        .body("items[0].text", equalTo("Bardzo miłe."))
        .body("items[0].language", equalTo("pl"))
        .body("items[0].translatedFrom", nullValue())
        .body("items[0].withheld", nullValue())
        .body("items[0].tags.theme", contains("unsupported-language"));
  }

  @Test
  void theSameAgainChangesNothingAndAnotherTextReplaces() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    translate("translation", ENGLISH).then().statusCode(200);
    translate("translation", ENGLISH).then().statusCode(200).body("text", equalTo(ENGLISH));
    assertThat(noted("translation")).isEqualTo(1);

    translate("translation", "The food was cold.").then().statusCode(200);
    assertCounts(1, 1, 0);
    comments("&q=helped").then().body("total", equalTo(0));
    comments("&q=cold").then().body("items.translatedFrom", contains("pl"));
    translate("cleared", "Miłe.").then().statusCode(200).body("language", equalTo("pl"));
    assertCounts(1, 0, 0);
    translate("translation", ENGLISH).then().body("translatedFrom", equalTo("pl"));
    assertCounts(1, 1, 0);
    assertThat(noted("translation")).isEqualTo(3);
    assertThat(noted("cleared")).isEqualTo(1);
    assertThat(
            number("select count(*) from translation where submission_id = '%s' and ? <> ''", id))
        .isEqualTo(1);
  }

  /** The words may become others between the reading and the writing; so may all but the words. */
  @Test
  void whatWasWrittenForOtherWordsIsRefused() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD, COLD));
    String read = version();
    place.handle(place.submitted(id, 2, 5, HELD, COLD));
    assertThat(version()).as("of the same words").isEqualTo(read);

    place.handle(place.submitted(id, 3, 5, HELD + " Nie!", COLD));
    write(ENGLISH, read).then().statusCode(409).body("code", equalTo("CHANGED"));
    assertThat(written()).isZero();
    assertThat(noted("translation")).isZero();
    assertCounts(2, 1, 1);

    String readAgain = version();
    write(ENGLISH, readAgain).then().statusCode(200);
    // It is that of what was published, also once another text stands there.
    write("They were not kind.", readAgain).then().statusCode(200);
    write(ENGLISH, read).then().statusCode(409).body("code", equalTo("CHANGED"));
    comments("&q=kind").then().body("items.text", contains("They were not kind."));
  }

  private Response write(String text, String version) {
    return as(analyst())
        .body(Map.of("kind", "translation", "text", text, "version", version))
        .put("/v1/wards/" + place.ward + "/comments/" + id + "-1/translation");
  }

  private String version() {
    return held("").path("items[0].version");
  }

  @Test
  void itIsKeptAsLongAsTheAnswerSaysTheSame() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD, COLD));
    translate("translation", ENGLISH).then().statusCode(200);

    place.handle(place.submitted(id, 1, 2, HELD, COLD));
    assertShown(ENGLISH);
    place.handle(place.submitted(id, 2, 5, HELD, COLD));
    assertShown(ENGLISH);
    comments("&rating=5").then().body("total", equalTo(2));
    assertCounts(2, 2, 0);
    HandledPlace freshKafka = new HandledPlace(handler);
    freshKafka.handle(place.submitted(id, 1, 2, HELD, COLD), place.submitted(id, 2, 5, HELD, COLD));
    assertShown(ENGLISH);

    // Other words are another answer, and the old text is not kept for it.
    place.handle(place.submitted(id, 3, 5, HELD + " Dziękuję.", COLD));
    assertCounts(2, 1, 1);
    held("").then().body("items.text", contains(POLISH + " Dziękuję."));
    assertThat(written()).isZero();
    place.handle(place.submitted(id, 4, 5, HELD, COLD));
    assertCounts(2, 1, 1);
  }

  @Test
  void whatNobodyHoldsAnyMoreIsShownAsItIs() throws Exception {
    place.handle(place.submitted(id, 1, 2, "good[cy]: The nurses were kind."));
    assertCounts(1, 0, 1);
    translate("cleared", "Kind.").then().statusCode(200);
    place.handle(place.submitted(id, 2, 2, "good: The nurses were kind."));

    assertShown("The nurses were kind.");
    assertCounts(1, 1, 0);
    assertThat(written()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"receipt, 0", "retention, 1"})
  void anEndTakesTheTranslationAlongAndNoneComesAfterIt(String reason, int counted)
      throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    translate("translation", ENGLISH).then().statusCode(200);
    place.handle(place.erased(id, reason));

    assertThat(written()).isZero();
    assertThat(
            number(
                "select count(*) from comment where ward_id = ? and (text is not null or"
                    + " original is not null or translated_from is not null)"))
        .isZero();
    assertCounts(counted, counted, 0);
    translate("translation", ENGLISH).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    place.handle(place.submitted(id, 2, 2, HELD));
    translate("translation", ENGLISH).then().statusCode(404);
    held("").then().body("total", equalTo(0));
    assertThat(written()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"receipt", "retention"})
  void whatEndedUnreadCannotBeTranslated(String reason) throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    place.handle(place.erased(id, reason));

    held("").then().body("total", equalTo(0));
    translate("translation", ENGLISH).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    assertThat(written()).isZero();
    assertThat(noted("translation")).isZero();
  }

  @Test
  void anAlertInATranslationWithholdsItAndStays() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    translate("translation", SERIOUS)
        .then()
        .statusCode(200)
        .body("text", nullValue())
        .body("withheld", equalTo("IN_REVIEW"));

    assertCounts(1, 1, 1);
    comments("")
        .then()
        .body("items[0].withheld", equalTo("IN_REVIEW"))
        .body("items[0].text", nullValue())
        .body("items[0].translatedFrom", nullValue())
        .body("items[0].tags", empty());
    comments("&q=tablets").then().body("total", equalTo(0));
    held("").then().body("total", equalTo(0));
    assertOpen(id + "-1-1");

    // A gentler text does not close what a person has to look at; neither does another version.
    translate("translation", ENGLISH).then().body("withheld", equalTo("IN_REVIEW"));
    assertOpen(id + "-1-1");
    place.handle(place.submitted(id, 2, 2, HELD));
    assertOpen(id + "-1-1");
    comments("").then().body("items[0].withheld", equalTo("IN_REVIEW"));
  }

  @ParameterizedTest
  @CsvSource({"translation, pl", "cleared,"})
  void anErasureLeavesItsLaneTheTextAndThePersonsOwnWords(String kind, String from)
      throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD, COLD));
    translate("translation", SERIOUS).then().statusCode(200);
    translate(kind, "The food was cold.").then().statusCode(200);
    place.handle(place.erased(id, "receipt"));

    assertThat(
            number(
                "select count(*) from lane_copy where ward_id = ? and text = 'The food was cold.'"
                    + " and original = '%s' and translated_from is not distinct from %s"
                        .formatted(POLISH, from == null ? "null" : "'" + from + "'")))
        .isEqualTo(1);
    assertThat(number("select count(*) from lane_copy where ward_id = ?")).isEqualTo(1);
    assertOpen(id + "-1-1");
  }

  @Test
  void anAlertOfATranslationOutlivesTheAnswerItWasWrittenFor() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD, "good: [STAFF-1] was very kind."));
    translate("translation", SERIOUS).then().body("withheld", equalTo("IN_REVIEW"));

    // Held again in other words, nobody's to hold any more, and what it was at first.
    for (String answer : List.of(HELD + " Dziękuję.", "good: The nurses were kind.", HELD)) {
      int version = (int) number("select max(version) + 1 from submission where ward_id = ?");
      place.handle(place.submitted(id, version, 2, answer, "good: [STAFF-1] was very kind."));

      assertOpen(id + "-1-1");
      assertThat(withheld()).as(answer).isEqualTo(1);
      comments("&q=nurses").then().body("total", equalTo(0));
      held("").then().body("total", equalTo(0));
      assertThat(praised()).as("names in %s", answer).isZero();
      translate("translation", ENGLISH).then().statusCode(409);
      assertThat(written()).isEqualTo(1);
      assertThat(
              number(
                  "select count(*) from translation where submission_id = '%s' and text = ''"
                      + " and original_hash = '' and ? <> ''",
                  id))
          .as("no word of it is kept")
          .isEqualTo(1);
    }
    place.handle(place.erased(id, "receipt"));
    assertThat(written()).isZero();
  }

  private long withheld() throws SQLException {
    return number("select count(*) from comment where ward_id = ? and withheld = 'IN_REVIEW'");
  }

  @Test
  void aLanguageThatNobodyKnowsStaysUnknown() throws Exception {
    place.handle(place.submitted(id, 1, 2, "good[?]: Xyzzy plugh frobozz quendor."));
    translate("cleared", "Xyzzy.").then().statusCode(200).body("language", nullValue());
    translate("translation", ENGLISH).then().body("translatedFrom", equalTo("und"));
    translate("translation", "Kind nurses.").then().body("translatedFrom", equalTo("und"));
    translate("cleared", "Plugh.").then().statusCode(200).body("language", nullValue());
  }

  @Test
  void onlyWhatIsHeldForItsLanguageIsTranslated() throws Exception {
    place.handle(place.submitted(id, 1, 2, COLD, "why[pl]: " + SERIOUS));

    translate(id + "-1", "translation", ENGLISH)
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_HELD"));
    // In review, which comes first.
    translate(id + "-2", "translation", ENGLISH)
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_HELD"));
    for (String none : List.of(id + "-3", UUID.randomUUID() + "-1", id.toString(), "nonsense")) {
      translate(none, "translation", ENGLISH)
          .then()
          .statusCode(404)
          .body("code", equalTo("NOT_FOUND"));
    }
    assertThat(written()).isZero();
  }

  @Test
  void aTranslationThatIsNoEnglishIsRefused() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    translate("translation", POLISH).then().statusCode(422).body("code", equalTo("NOT_ENGLISH"));
    assertCounts(1, 0, 1);
    assertThat(written()).isZero();
  }

  @Test
  void itIsForAnalystsOfTheOrganisationAlone() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    HandledPlace elsewhere = new HandledPlace(handler).known();
    String body = body("translation", ENGLISH);
    String own = "/v1/wards/" + place.ward;
    String path = own + "/comments/" + id + "-1/translation";
    Tokens.Draft stranger = analyst().withOrganisations(elsewhere.organisation);
    as(stranger).body(body).put(path).then().statusCode(404).body("code", equalTo("UNKNOWN_WARD"));
    as(stranger).get(own + "/held-comments").then().statusCode(404);
    as(analyst().withOrganisations(place.organisation, elsewhere.organisation))
        .body(body)
        .put("/v1/wards/" + elsewhere.ward + "/comments/" + id + "-1/translation")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    for (String role :
        List.of("ward-leader", "intranet", "alert-handler", "information-governance", "admin")) {
      as(analyst().withGroups(role)).body(body).put(path).then().statusCode(403);
    }
    service(Tokens.gateway().sign()).body(body).put(path).then().statusCode(401);
    service(analyst().sign())
        .header("Heard-Caller", analyst().sign())
        .body(body)
        .put(path)
        .then()
        .statusCode(403);
    assertThat(written()).isZero();
    assertCounts(1, 0, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|400|INVALID_JSON",
        "{|400|INVALID_JSON",
        "{} {}|400|INVALID_JSON",
        "[]|400|WRONG_TYPE",
        "{\"kind\": \"cleared\", \"text\": 1}|400|WRONG_TYPE",
        "{\"kind\": \"cleared\", \"text\": \"a\", \"version\": 1}|400|WRONG_TYPE",
        "{\"kind\": \"cleared\", \"text\": \"a\", \"version\": \"\"}|409|CHANGED",
        "{\"kind\": \"cleared\", \"text\": \"a\\u0000\"}|400|NUL_CHARACTER",
        "{\"kind\": \"cleared\", \"text\": \"a\\ud800\"}|400|LONE_SURROGATE",
        "{\"kind\": \"cleared\"}|422|MISSING_FIELD",
        "{\"kind\": \"cleared\", \"text\": \" \"}|422|MISSING_FIELD",
        "{\"text\": \"a\"}|422|MISSING_FIELD",
        "{\"kind\": \"guessed\", \"text\": \"a\"}|422|INVALID_VALUE",
        "{\"kind\": \"cleared\", \"text\": \"a\", \"by\": \"me\"}|422|UNKNOWN_FIELD",
      })
  void anotherBodyIsRefused(String body, int status, String code) throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    as(analyst())
        .body(body)
        .put("/v1/wards/" + place.ward + "/comments/" + id + "-1/translation")
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
    assertThat(written()).isZero();
  }

  @Test
  void aTextHasAsManyCodePointsAsAnEventsAndABodyABound() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    translate("cleared", "\uD83D\uDC99".repeat(16_000)).then().statusCode(200);
    translate("cleared", "ż".repeat(16_001))
        .then()
        .statusCode(422)
        .body("code", equalTo("TEXT_TOO_LONG"));
    translate("cleared", " ".repeat(300_000))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void anEndThatIsUnderWayComesFirst() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD));
    ExecutorService person = Executors.newSingleThreadExecutor();
    try (var end = database.getConnection();
        var steps = end.createStatement()) {
      end.setAutoCommit(false);
      steps.execute("select 1 from submission where id = '%s' for update".formatted(id));
      steps.execute("update comment set text = null where submission_id = '%s'".formatted(id));
      Future<Integer> answer = person.submit(() -> translate("translation", ENGLISH).statusCode());
      await().atMost(Duration.ofSeconds(30)).until(() -> waiting() > 0);
      end.commit();
      end.setAutoCommit(true);
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(404);
    } finally {
      person.shutdownNow();
    }
    assertThat(written()).isZero();
    assertThat(number("select count(*) from comment where ward_id = ? and text is not null"))
        .isZero();
  }

  private long waiting() throws SQLException {
    return number(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
            + " and datname = current_database() and query ~ 'submission|comment' and ? <> ''");
  }

  @Test
  void manyAtOnceAndAVersionAmongThemCountOnce() throws Exception {
    place.handle(place.submitted(id, 1, 2, HELD, COLD));
    List<String> texts = List.of(ENGLISH, "The food was cold.", "Kind nurses.", "They were late.");
    ExecutorService people = Executors.newFixedThreadPool(texts.size());
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        String kind = i % 3 == 0 ? "cleared" : "translation";
        String text = texts.get(i % texts.size());
        answers.add(people.submit(() -> translate(kind, text).statusCode()));
      }
      place.handle(place.submitted(id, 2, 4, HELD, COLD));
      for (Future<Integer> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
      }
    } finally {
      people.shutdownNow();
    }
    translate("translation", ENGLISH).then().statusCode(200);
    assertCounts(2, 2, 0);
    comments("&rating=4").then().body("total", equalTo(2));
  }

  @Test
  void aSubmissionWithATranslationTellsNoNames() throws Exception {
    String praise = "good: [STAFF-1] was very kind.";
    place.handle(place.submitted(id, 1, 2, praise));
    assertThat(praised()).isEqualTo(1);
    // What nobody has read may speak against anybody.
    place.handle(place.submitted(id, 2, 2, praise, HELD));
    assertThat(praised()).isZero();

    translate(id + "-2", "translation", "[STAFF-1] was very kind and helped us.")
        .then()
        .statusCode(200);
    assertThat(praised()).isZero();
    place.handle(place.submitted(id, 3, 2, praise, HELD));
    assertThat(praised()).isZero();
    comments("").then().body("items.praised", contains(empty(), empty()));
    place.handle(place.submitted(id, 4, 2, praise));
    assertThat(praised()).isEqualTo(1);
  }

  private long praised() throws SQLException {
    return number("select count(*) from comment where praised <> '{}' and ward_id = ?");
  }

  private void assertShown(String text) {
    comments("&q=kind").then().body("total", equalTo(1)).body("items[0].text", equalTo(text));
  }

  private void assertOpen(String alert) {
    as(Tokens.person("alert-handler")
            .withOrganisations(place.organisation)
            .withLanes("mental-health"))
        .get("/v1/alerts/" + alert)
        .then()
        .statusCode(200);
  }

  private void assertCounts(int comments, int withContent, int withheld) throws SQLException {
    as(analyst())
        .get("/v1/wards/" + place.ward + "/counts?from=" + WEEK + "&to=" + WEEK)
        .then()
        .statusCode(200)
        .body("periods", hasSize(1))
        .body("periods[0].comments", equalTo(comments))
        .body("periods[0].withContent", equalTo(withContent))
        .body("periods[0].withheld", equalTo(withheld));
    assertThat(recount.mismatches()).isZero();
  }

  private Response held(String query) {
    return as(analyst()).get("/v1/wards/" + place.ward + "/held-comments" + query);
  }

  private Response comments(String query) {
    return as(analyst()).get("/v1/wards/" + place.ward + "/comments?period=" + WEEK + query);
  }

  private Response translate(String kind, String text) {
    return translate(id + "-1", kind, text);
  }

  private Response translate(String comment, String kind, String text) {
    return as(analyst())
        .body(body(kind, text))
        .put("/v1/wards/" + place.ward + "/comments/" + comment + "/translation");
  }

  private static String body(String kind, String text) {
    return "{\"kind\": \"%s\", \"text\": \"%s\"}".formatted(kind, text);
  }

  private Tokens.Draft analyst() {
    return Tokens.person("quality-analyst").withOrganisations(place.organisation);
  }

  private static RequestSpecification as(Tokens.Draft person) {
    return service(Tokens.gateway().sign()).header("Heard-Caller", person.sign());
  }

  private static RequestSpecification service(String token) {
    return given().auth().oauth2(token).contentType("application/json; charset=UTF-8");
  }

  private long written() throws SQLException {
    return number("select count(*) from translation where submission_id = '%s' and ? <> ''", id);
  }

  private long noted(String what) throws SQLException {
    return number("select count(*) from held_access where ward_id = ? and what = '%s'", what);
  }

  private long number(String sql, Object part) throws SQLException {
    return number(sql.formatted(part));
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
