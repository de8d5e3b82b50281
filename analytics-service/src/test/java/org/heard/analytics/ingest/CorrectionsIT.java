package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
import org.heard.analytics.correction.CorrectionParts;
import org.heard.analytics.counting.Recount;
import org.heard.analytics.training.TrainedOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a leader's click to other counts, and what becomes of it when the comment changes. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CorrectionsIT {
  private static final String WEEK = "2026-W41";
  private static final String COLD_TEXT = "The food was cold.";
  private static final String COLD = "improve: " + COLD_TEXT;
  private static final String KIND = "good: The nurses were very kind and helped us.";
  private static final String SERIOUS = "why: I want to kill myself, I have the tablets here.";
  private static final String FOOD = "practical|food-and-drink|negative";
  private static final String HEARD = "compassion|being-heard|absent";
  private static final String POLISH = "good[pl]: Pielęgniarki były bardzo miłe.";

  @Inject BatchHandler handler;
  @Inject DataSource database;
  @Inject Recount recount;

  private HandledPlace place;
  private final UUID id = UUID.randomUUID();
  private final String comment = id + "-1";

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
  }

  @AfterEach
  void rollupsAgreeWithFacts() throws SQLException {
    assertThat(recount.mismatches()).as("rollup rows that differ from the facts").isZero();
  }

  @Test
  void aDisputeIsTakenDownOnceAndChangesNothing() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    JsonPath raised =
        dispute(leader(), comment, wrong(FOOD)).then().statusCode(201).extract().jsonPath();

    assertThat(raised.getMap("$"))
        .containsOnlyKeys(
            "id",
            "commentId",
            "wardId",
            "kind",
            "layer",
            "theme",
            "polarity",
            "evidence",
            "state",
            "raisedAt",
            "decidedAt")
        .containsEntry("commentId", comment)
        .containsEntry("wardId", place.ward)
        .containsEntry("kind", "wrong")
        .containsEntry("layer", "practical")
        .containsEntry("theme", "food-and-drink")
        .containsEntry("polarity", "negative")
        .containsEntry("state", "open")
        .containsEntry("decidedAt", null);
    assertThat(raised.getInt("evidence.end")).isGreaterThan(raised.getInt("evidence.start"));
    String first = raised.getString("id");
    dispute(leader(), comment, wrong(FOOD)).then().statusCode(200).body("id", equalTo(first));
    dispute(analyst(), comment, wrong(FOOD)).then().statusCode(200).body("id", equalTo(first));
    assertNumerator(FOOD, 1);
    assertCorrections(0, 0);
  }

  @Test
  void anAcceptedDisputeOfAWrongTagTakesItAwayEverywhere() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    assertNumerator(FOOD, 1);
    String correction = raise(wrong(FOOD));

    decide(analyst(), correction, "accept")
        .then()
        .statusCode(200)
        .body("id", equalTo(correction))
        .body("state", equalTo("accepted"))
        .body("decidedAt", notNullValue());

    assertNumerator(FOOD, 0);
    assertCorrections(1, -1);
    comments("")
        .then()
        .body("items[0].text", equalTo(COLD_TEXT))
        .body("items[0].tags.theme", not(hasItem("food-and-drink")));
    counts().then().body("periods[0].withContent", equalTo(1));
    assertThat(
            number(
                "select count(*) from overruled_tag o join comment c using (submission_id, n) where ward_id = ?"))
        .as("what the model said is known all the same")
        .isEqualTo(1);
  }

  @Test
  void anAcceptedDisputeOfAMissingTagAddsItAsAPersons() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD, KIND));
    String correction = raise(missing(HEARD, 4, 8));
    assertNumerator(HEARD, 0);

    decide(analyst(), correction, "accept").then().statusCode(200);

    assertNumerator(HEARD, 1);
    assertCorrections(1, 1);
    JsonPath page = comments("&theme=being-heard").then().extract().jsonPath();
    Map<String, Object> tag = page.getMap("items[0].tags.find { it.theme == 'being-heard' }");
    assertThat(tag)
        .containsEntry("source", "person")
        .containsEntry("confidence", 1.0f)
        .containsEntry("evidence", Map.of("start", 4, "end", 8, "text", "food"));
    assertThat(page.getMap("items[0].tags.find { it.theme == 'food-and-drink' }"))
        .doesNotContainKey("source");
  }

  @Test
  void ofOneTagTheLastDecisionHolds() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    decide(analyst(), raise(wrong(FOOD)), "accept").then().statusCode(200);
    assertNumerator(FOOD, 0);
    decide(analyst(), raise(missing(FOOD, 0, 8)), "accept").then().statusCode(200);
    assertNumerator(FOOD, 1);
    place.handle(place.submitted(id, 2, 5, COLD));
    assertNumerator(FOOD, 1);
    decide(analyst(), raise(wrong(FOOD)), "accept").then().statusCode(200);
    assertNumerator(FOOD, 0);
    place.handle(place.submitted(id, 3, 4, COLD));
    assertNumerator(FOOD, 0);
    assertCorrections(3, -1);
  }

  @Test
  void whatIsDeclinedStaysAndADecisionIsFinal() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String correction = raise(wrong(FOOD));
    decide(analyst(), correction, "decline").then().body("state", equalTo("declined"));
    String decidedAt = decide(analyst(), correction, "decline").jsonPath().getString("decidedAt");
    decide(analyst().subject("third"), correction, "decline")
        .then()
        .statusCode(200)
        .body("decidedAt", equalTo(decidedAt));
    decide(analyst(), correction, "accept")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOT_OPEN"));
    assertNumerator(FOOD, 1);
    assertCorrections(0, 0);
    // It may be raised anew: somebody else may see it otherwise.
    assertThat(raise(wrong(FOOD))).isNotEqualTo(correction);
  }

  @Test
  void itIsKeptAsLongAsTheCommentSaysTheSame() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD, KIND));
    decide(analyst(), raise(wrong(FOOD)), "accept").then().statusCode(200);
    decide(analyst(), raise(missing(HEARD, 4, 8)), "accept").then().statusCode(200);
    final String open = raise(missing("compassion|responsive-help|absent", 0, 8));

    place.handle(place.submitted(id, 1, 4, COLD, KIND));
    assertCorrected();
    place.handle(place.submitted(id, 2, 5, COLD, KIND));
    assertCorrected();
    HandledPlace freshKafka = new HandledPlace(handler);
    freshKafka.handle(place.submitted(id, 1, 4, COLD, KIND), place.submitted(id, 2, 5, COLD, KIND));
    assertCorrected();
    recount.rebuild();
    assertCorrected();
    decide(analyst(), open, "decline").then().statusCode(200);

    // Other words are another comment, and no decision about these.
    place.handle(place.submitted(id, 3, 5, COLD + " Very cold.", KIND));
    assertNumerator(FOOD, 1);
    assertNumerator(HEARD, 0);
    assertCorrections(0, 0);
    corrections("?state=ended")
        .then()
        .body("total", equalTo(3))
        .body("items.evidence", contains(nullValue(), nullValue(), nullValue()))
        .body("items.comment", contains(nullValue(), nullValue(), nullValue()));
    decide(analyst(), open, "accept").then().statusCode(409).body("code", equalTo("NOT_OPEN"));
    place.handle(place.submitted(id, 4, 5, COLD, KIND));
    assertNumerator(FOOD, 1);
    assertCorrections(0, 0);
    assertThat(
            number("select count(*) from correction where ward_id = ? and text_hash is not null"))
        .isZero();
  }

  private void assertCorrected() throws SQLException {
    assertNumerator(FOOD, 0);
    assertNumerator(HEARD, 1);
    assertCorrections(2, 0);
    assertThat(recount.mismatches()).isZero();
  }

  @Test
  void itFollowsTheCommentToAnotherDay() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    decide(analyst(), raise(wrong(FOOD)), "accept").then().statusCode(200);
    place.handle(
        TestEvents.submittedAt(
            "2026-09-28T12:00:00Z", id, 2, place.organisation, place.ward, 4, COLD));
    assertCorrections(0, 0);
    as(analyst())
        .get("/v1/wards/" + place.ward + "/counts?from=2026-W40&to=" + WEEK)
        .then()
        .body("periods.corrections.count", contains(1, 0))
        .body("periods.corrections.net", contains(-1, 0));
  }

  @Test
  void anErasureDestroysIt() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String correction = raise(wrong(FOOD));
    decide(analyst(), correction, "accept").then().statusCode(200);
    final String open = raise(missing(HEARD, 0, 8));
    place.handle(place.erased(id, "receipt"));

    assertThat(number("select count(*) from correction where ward_id = ?")).isZero();
    assertThat(
            number("select count(*) from overruled_tag where submission_id = '%s' and ? <> ''", id))
        .isZero();
    assertCorrections(0, 0);
    decide(analyst(), open, "accept").then().statusCode(404);
    dispute(leader(), comment, wrong(FOOD)).then().statusCode(404);
    place.handle(place.submitted(id, 2, 4, COLD));
    assertThat(number("select count(*) from correction where ward_id = ?")).isZero();
  }

  @Test
  void retentionKeepsWhatCountsDependOn() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    decide(analyst(), raise(wrong(FOOD)), "accept").then().statusCode(200);
    decide(analyst(), raise(missing(HEARD, 0, 8)), "accept").then().statusCode(200);
    String open = raise(missing("compassion|responsive-help|absent", 0, 8));
    place.handle(place.erased(id, "retention"));

    assertNumerator(FOOD, 0);
    assertNumerator(HEARD, 1);
    assertCorrections(2, 0);
    assertThat(
            number("select count(*) from correction where ward_id = ? and text_hash is not null"))
        .as("the hash of a short text can be guessed")
        .isZero();
    decide(analyst(), open, "accept").then().statusCode(409).body("code", equalTo("NOT_OPEN"));
    dispute(leader(), comment, wrong(HEARD)).then().statusCode(404);
    corrections("?state=accepted").then().body("items.comment", contains(nullValue(), nullValue()));
    assertThat(export("").asString()).isEmpty();
    place.handle(place.submitted(id, 2, 4, COLD));
    assertNumerator(FOOD, 0);
    place.handle(place.erased(id, "receipt"));
    assertCorrections(0, 0);
    assertThat(number("select count(*) from correction where ward_id = ?")).isZero();
  }

  @Test
  void itIsOfTheTranslationThatIsShown() throws Exception {
    place.handle(place.submitted(id, 1, 4, POLISH));
    dispute(leader(), comment, missing(HEARD, 0, 8)).then().statusCode(404);
    translate("The food was cold.").then().statusCode(200);
    decide(analyst(), raise(wrong(FOOD)), "accept").then().statusCode(200);
    assertNumerator(FOOD, 0);
    translate("The food was cold.").then().statusCode(200);
    place.handle(place.submitted(id, 2, 4, POLISH));
    assertNumerator(FOOD, 0);
    translate("The food was very cold.").then().statusCode(200);
    assertNumerator(FOOD, 1);
    assertCorrections(0, 0);
  }

  private Response translate(String text) {
    return as(analyst())
        .body("{\"kind\": \"translation\", \"text\": \"%s\"}".formatted(text))
        .put("/v1/wards/" + place.ward + "/comments/" + comment + "/translation");
  }

  @Test
  void whereTheModelWasWrongNoNameIsTold() throws Exception {
    String praise = "good: [STAFF-1] was very kind.";
    place.handle(place.submitted(id, 1, 1, praise));
    comments("").then().body("items[0].praised", contains("[STAFF-1]"));
    decide(analyst(), raise(wrong("compassion|kindness-and-courtesy|present")), "accept")
        .then()
        .statusCode(200);
    comments("").then().body("items[0].praised", empty());
    place.handle(place.submitted(id, 2, 1, praise));
    comments("").then().body("items[0].praised", empty());
  }

  @Test
  void nobodyDecidesOfTheirOwnWardOrTheirOwnDispute() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String correction = raise(wrong(FOOD));
    Tokens.Draft both = analyst().withGroups("quality-analyst", "ward-leader");
    for (String unit : List.of(place.ward, place.site, "D-" + place.organisation)) {
      decide(both.withUnits("W01", unit), correction, "accept")
          .then()
          .statusCode(403)
          .body("code", equalTo("OWN_WARD"));
    }
    // Units without the role lead nothing.
    decide(analyst().subject("leader").withUnits(place.ward), correction, "accept")
        .then()
        .statusCode(403)
        .body("code", equalTo("OWN_DISPUTE"));
    assertNumerator(FOOD, 1);
    decide(both.withUnits("W01"), correction, "accept").then().statusCode(200);
    assertNumerator(FOOD, 0);
  }

  @Test
  void anotherOrganisationsDoNotExist() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String correction = raise(wrong(FOOD));
    HandledPlace elsewhere = new HandledPlace(handler).known();
    Tokens.Draft stranger = analyst().withOrganisations(elsewhere.organisation);
    String foreign =
        decide(stranger, correction, "accept").then().statusCode(404).extract().asString();
    String none =
        decide(stranger, UUID.randomUUID().toString(), "accept").then().extract().asString();
    assertThat(foreign).isEqualTo(none);
    decide(stranger, "1-1-1-1-1", "accept").then().statusCode(404);
    dispute(stranger, comment, wrong(FOOD)).then().body("code", equalTo("UNKNOWN_WARD"));
    as(stranger).get("/v1/corrections").then().body("total", equalTo(0));
    as(stranger).get("/v1/corrections?ward=" + place.ward).then().statusCode(404);
    as(stranger)
        .get("/v1/corrections/export?organisation=" + place.organisation)
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    // A comment of the own organisation under another ward.
    as(analyst().withOrganisations(place.organisation, elsewhere.organisation))
        .body(wrong(FOOD))
        .post("/v1/wards/" + elsewhere.ward + "/comments/" + comment + "/dispute")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void onlyWhatIsShownIsDisputed() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD, SERIOUS, "why: n/a", POLISH));
    for (String hidden : List.of(id + "-2", id + "-4", id + "-5", UUID.randomUUID() + "-1", "x")) {
      dispute(leader(), hidden, missing(HEARD, 0, 1))
          .then()
          .statusCode(404)
          .body("code", equalTo("NOT_FOUND"));
    }
    dispute(leader(), id + "-3", missing(HEARD, 0, 1))
        .then()
        .statusCode(409)
        .body("code", equalTo("NO_CONTENT"));
    dispute(leader(), comment, wrong(HEARD)).then().body("code", equalTo("NOT_TAGGED"));
    dispute(leader(), comment, missing(FOOD, 0, 8)).then().body("code", equalTo("ALREADY_TAGGED"));
  }

  @Test
  void whatIsWithheldSinceIsNeitherListedNorDecided() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String correction = raise(wrong(FOOD));
    execute("update comment set withheld = 'IN_REVIEW' where submission_id = '%s'".formatted(id));
    corrections("").then().body("total", equalTo(0)).body("items", empty());
    decide(analyst(), correction, "accept").then().statusCode(404);
    execute("update comment set withheld = null where submission_id = '%s'".formatted(id));
    decide(analyst(), correction, "accept").then().statusCode(200);
    execute("update comment set withheld = 'IN_REVIEW' where submission_id = '%s'".formatted(id));
    assertThat(export("").asString()).isEmpty();
    execute("update comment set withheld = null where submission_id = '%s'".formatted(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; 400; INVALID_JSON",
        "[]; 400; WRONG_TYPE",
        "{\"kind\":1}; 400; WRONG_TYPE",
        "{\"kind\":\"wrong\"}; 422; MISSING_FIELD",
        "{\"kind\":\"guess\",\"layer\":\"general\",\"theme\":\"general-praise\"}; 422; INVALID_VALUE",
        "{\"kind\":\"wrong\",\"layer\":\"general\",\"theme\":\"no-content\"}; 422; INVALID_VALUE",
        "{\"kind\":\"wrong\",\"layer\":\"general\",\"theme\":\"general-praise\",\"polarity\":\"present\"}; 422; INVALID_VALUE",
        "{\"kind\":\"wrong\",\"layer\":\"practical\",\"theme\":\"being-heard\",\"polarity\":\"negative\"}; 422; INVALID_VALUE",
        "{\"kind\":\"wrong\",\"layer\":\"compassion\",\"theme\":\"being-heard\",\"polarity\":\"negative\"}; 422; INVALID_VALUE",
        "{\"kind\":\"wrong\",\"layer\":\"compassion\",\"theme\":\"being-heard\"}; 422; INVALID_VALUE",
        "{\"kind\":\"wrong\",\"layer\":\"compassion\",\"theme\":\"kind\",\"polarity\":\"absent\"}; 422; INVALID_VALUE",
        "{\"kind\":\"wrong\",\"layer\":\"practical\",\"theme\":\"food-and-drink\",\"polarity\":\"negative\",\"why\":\"Jo\"}; 422; UNKNOWN_FIELD",
        "{\"kind\":\"wrong\",\"layer\":\"practical\",\"theme\":\"food-and-drink\",\"polarity\":\"negative\",\"evidence\":{\"start\":0,\"end\":3}}; 422; UNKNOWN_FIELD",
        "{\"kind\":\"missing\",\"layer\":\"compassion\",\"theme\":\"being-heard\",\"polarity\":\"absent\"}; 422; MISSING_FIELD",
        "{\"kind\":\"missing\",\"layer\":\"compassion\",\"theme\":\"being-heard\",\"polarity\":\"absent\",\"evidence\":{\"start\":0}}; 422; MISSING_FIELD",
        "{\"kind\":\"missing\",\"layer\":\"compassion\",\"theme\":\"being-heard\",\"polarity\":\"absent\",\"evidence\":{\"start\":0,\"end\":1.5}}; 400; WRONG_TYPE",
        "{\"kind\":\"missing\",\"layer\":\"compassion\",\"theme\":\"being-heard\",\"polarity\":\"absent\",\"evidence\":{\"start\":0,\"end\":3,\"text\":\"The\"}}; 422; UNKNOWN_FIELD",
      })
  void anotherBodyIsRefused(String body, int status, String code) throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    dispute(leader(), comment, body).then().statusCode(status).body("code", equalTo(code));
    assertThat(number("select count(*) from correction where ward_id = ?")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "0, 0", "3, 3", "5, 4", "0, 22", "3, 4", "18, 20", "20, 21"})
  void evidenceIsAPassageOfTheText(int start, int end) throws Exception {
    // A space at 3, a heart of two code units at 19.
    place.handle(place.submitted(id, 1, 4, COLD + " \uD83D\uDC99"));
    dispute(leader(), comment, missing(HEARD, start, end))
        .then()
        .statusCode(422)
        .body("code", equalTo("BAD_EVIDENCE"));
    dispute(leader(), comment, missing(HEARD, 0, 21)).then().statusCode(201);
  }

  @Test
  void aBodyHasABoundAndADecisionIsOneOfTwo() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String body = wrong(FOOD);
    String correction =
        dispute(leader(), comment, body + " ".repeat(4096 - body.length()))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    dispute(leader(), comment, body + " ".repeat(4097 - body.length()))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
    decide(analyst(), correction, "perhaps").then().body("code", equalTo("INVALID_VALUE"));
    as(analyst())
        .body("{\"decision\":\"accept\",\"why\":\"x\"}")
        .post("/v1/corrections/" + correction + "/decide")
        .then()
        .body("code", equalTo("UNKNOWN_FIELD"));
  }

  @Test
  void onePersonHasSoManyOpen() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD, KIND));
    CorrectionParts parts =
        new CorrectionParts(database, Map.of("heard.corrections.max-open", "2"));
    String me = "somebody-" + id;
    assertThat(parts.missing(place.ward, place.organisation, comment, "absent", me))
        .isEqualTo("open");
    assertThat(parts.missing(place.ward, place.organisation, id + "-2", "absent", me))
        .isEqualTo("open");
    assertThat(parts.missing(place.ward, place.organisation, comment, "present", me))
        .isEqualTo("TOO_MANY_OPEN");
    assertThat(parts.missing(place.ward, place.organisation, comment, "absent", me))
        .as("one that is open is no other")
        .isEqualTo("open");
    assertThat(parts.missing(place.ward, place.organisation, comment, "present", me + "-2"))
        .isEqualTo("open");
  }

  @Test
  void theOldestIsListedFirstWithWhatIsDisputed() throws Exception {
    List<String> raised = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      UUID one = UUID.randomUUID();
      place.handle(place.submitted(one, 1, 4, COLD));
      raised.add(
          dispute(leader(), one + "-1", wrong(FOOD)).then().extract().jsonPath().getString("id"));
    }
    List<String> listed = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = corrections("?limit=2" + cursor).then().statusCode(200).extract().jsonPath();
      assertThat(page.getInt("total")).isEqualTo(5);
      assertThat(page.getMap("items[0].comment"))
          .isEqualTo(Map.of("question", "improve", "rating", 4, "text", COLD_TEXT));
      listed.addAll(page.getList("items.id"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(listed).isEqualTo(raised);
    decide(analyst(), raised.get(2), "accept").then().statusCode(200);
    corrections("?ward=" + place.ward).then().body("total", equalTo(4));
    corrections("?state=accepted").then().body("items.id", contains(raised.get(2)));
    corrections("?state=closed").then().statusCode(400).body("code", equalTo("BAD_FILTER"));
    corrections("?cursor=eA").then().statusCode(400).body("code", equalTo("BAD_CURSOR"));
  }

  @Test
  void trainingReadsWhatIsExported(@TempDir Path folder) throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD, KIND, COLD));
    UUID other = UUID.randomUUID();
    place.handle(place.submitted(other, 1, null, COLD));
    decide(analyst(), raise(wrong(FOOD)), "accept").then().statusCode(200);
    decide(analyst(), raise(missing(HEARD, 4, 8)), "accept").then().statusCode(200);
    dispute(leader(), id + "-3", wrong(FOOD)).then().statusCode(201);
    String declined =
        dispute(leader(), other + "-1", wrong(FOOD)).then().extract().jsonPath().getString("id");
    decide(analyst(), declined, "decline").then().statusCode(200);

    Response answer = export("?organisation=" + place.organisation);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/x-ndjson");
    List<JsonPath> lines = answer.asString().lines().map(JsonPath::new).toList();
    assertThat(lines)
        .extracting(line -> line.getString("id"))
        .containsExactlyInAnyOrder(comment, other + "-1");
    JsonPath mine =
        lines.stream().filter(l -> l.getString("id").equals(comment)).findAny().orElseThrow();
    assertThat(mine.getString("source")).isEqualTo("corrections");
    assertThat(mine.getString("question")).isEqualTo("improve");
    assertThat(mine.getInt("rating")).isEqualTo(4);
    assertThat(mine.getString("text")).isEqualTo(COLD_TEXT);
    assertThat(mine.getList("annotation.tags"))
        .contains(
            Map.of(
                "theme", "being-heard",
                "polarity", "absent",
                "evidence", Map.of("start", 4, "end", 8)));
    assertThat(mine.getList("annotation.practical.theme")).doesNotContain("food-and-drink");
    assertThat(mine.getString("annotation.severity")).isNotBlank();
    assertThat(answer.asString()).contains("\"rating\":null");
    assertThat(
            number(
                "select sum(cardinality(comments)) from held_access where ward_id = ?"
                    + " and what = 'export' and subject = 'analyst'"))
        .isEqualTo(2);

    Path file = Files.writeString(folder.resolve("corrections.jsonl"), answer.asString());
    assertThat(TrainedOn.labels(file))
        .containsEntry(comment, List.of("being-heard:absent"))
        .hasSize(2);
    assertThat(TrainedOn.goesOnFromTheShippedModel(file, folder.resolve("moved.bin"))).isZero();
  }

  @Test
  void anExportIsInMemoryABatchAtATimeAndNotedBefore() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      UUID one = UUID.randomUUID();
      place.handle(place.submitted(one, 1, 4, COLD));
      String correction =
          dispute(leader(), one + "-1", wrong(FOOD)).then().extract().jsonPath().getString("id");
      decide(analyst(), correction, "decline").then().statusCode(200);
      ids.add(one + "-1");
    }
    CorrectionParts parts =
        new CorrectionParts(database, Map.of("heard.corrections.export-batch", "2"));
    List<Integer> noted = new ArrayList<>();
    String written =
        parts.export(
            place.organisation,
            line ->
                noted.add(
                    (int)
                        number(
                            "select count(*) from held_access where ward_id = ? and what = 'export'")));
    assertThat(written.lines().map(line -> new JsonPath(line).getString("id")))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(noted).containsExactly(1, 1, 2, 2, 3);
  }

  @Test
  void twoWhoDecideAtOnceDecideOnce() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String correction = raise(wrong(FOOD));
    ExecutorService people = Executors.newFixedThreadPool(8);
    List<String> states = new ArrayList<>();
    try {
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String decision = i % 2 == 0 ? "accept" : "decline";
        Tokens.Draft person = analyst().subject("analyst-" + i);
        answers.add(people.submit(() -> decide(person, correction, decision)));
      }
      for (Future<Response> answer : answers) {
        Response one = answer.get(60, TimeUnit.SECONDS);
        assertThat(one.statusCode()).isIn(200, 409);
        if (one.statusCode() == 200) {
          states.add(one.jsonPath().getString("state"));
        }
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(states).hasSize(8).containsOnly(states.get(0));
    boolean accepted = states.get(0).equals("accepted");
    assertNumerator(FOOD, accepted ? 0 : 1);
    assertCorrections(accepted ? 1 : 0, accepted ? -1 : 0);
  }

  @Test
  void versionsAmongDecisionsLoseNone() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD, KIND));
    List<String> themes =
        List.of("responsive-help", "being-heard", "dignity-and-respect", "family-and-carers");
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String theme : themes) {
        answers.add(
            people.submit(
                () -> {
                  String correction = raise(missing("compassion|" + theme + "|absent", 0, 8));
                  return decide(analyst(), correction, "accept").statusCode();
                }));
      }
      for (int version = 2; version < 12; version++) {
        place.handle(place.submitted(id, version, 1 + version % 5, COLD, KIND));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
      }
    } finally {
      people.shutdownNow();
    }
    for (String theme : themes) {
      assertNumerator("compassion|" + theme + "|absent", 1);
    }
    assertCorrections(4, 4);
  }

  @Test
  void anErasureThatIsUnderWayComesFirst() throws Exception {
    place.handle(place.submitted(id, 1, 4, COLD));
    String correction = raise(wrong(FOOD));
    ExecutorService person = Executors.newSingleThreadExecutor();
    try (var end = database.getConnection();
        var steps = end.createStatement()) {
      end.setAutoCommit(false);
      steps.execute("select 1 from submission where id = '%s' for update".formatted(id));
      steps.execute("delete from correction where submission_id = '%s'".formatted(id));
      Future<Integer> answer =
          person.submit(() -> decide(analyst(), correction, "accept").statusCode());
      await().atMost(Duration.ofSeconds(30)).until(() -> waiting() > 0);
      end.commit();
      end.setAutoCommit(true);
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(404);
    } finally {
      person.shutdownNow();
    }
    assertNumerator(FOOD, 1);
  }

  private long waiting() throws SQLException {
    return number(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
            + " and datname = current_database() and query ~ 'submission' and ? <> ''");
  }

  private String raise(String body) {
    return dispute(leader(), comment, body)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private Response dispute(Tokens.Draft person, String commentId, String body) {
    return as(person)
        .body(body)
        .post("/v1/wards/" + place.ward + "/comments/" + commentId + "/dispute");
  }

  private static Response decide(Tokens.Draft person, String correction, String decision) {
    return as(person)
        .body("{\"decision\": \"%s\"}".formatted(decision))
        .post("/v1/corrections/" + correction + "/decide");
  }

  private static String wrong(String tag) {
    String[] parts = tag.split("\\|", -1);
    return "{\"kind\":\"wrong\",\"layer\":\"%s\",\"theme\":\"%s\",\"polarity\":\"%s\"}"
        .formatted(parts[0], parts[1], parts[2]);
  }

  private static String missing(String tag, int start, int end) {
    return wrong(tag)
        .replace("wrong", "missing")
        .replace("}", ",\"evidence\":{\"start\":%d,\"end\":%d}}".formatted(start, end));
  }

  private void assertNumerator(String tag, int expected) {
    String[] parts = tag.split("\\|", -1);
    JsonPath counted = counts().then().statusCode(200).extract().jsonPath();
    List<Integer> rows =
        counted.getList(
            "periods[0].themes.findAll { it.theme == '%s' && it.polarity == '%s' }.numerator"
                .formatted(parts[1], parts[2]));
    assertThat(rows).as(tag).isEqualTo(expected == 0 ? List.of() : List.of(expected));
    comments("&theme=" + parts[1] + "&polarity=" + parts[2])
        .then()
        .body("total", equalTo(expected));
  }

  private void assertCorrections(int count, int net) {
    counts().then().body("periods[0].corrections", equalTo(Map.of("count", count, "net", net)));
  }

  private Response counts() {
    return as(analyst()).get("/v1/wards/" + place.ward + "/counts?from=" + WEEK + "&to=" + WEEK);
  }

  private Response comments(String query) {
    return as(analyst()).get("/v1/wards/" + place.ward + "/comments?period=" + WEEK + query);
  }

  private Response corrections(String query) {
    return as(analyst()).get("/v1/corrections" + query);
  }

  private Response export(String query) {
    return as(analyst()).get("/v1/corrections/export" + query);
  }

  private Tokens.Draft leader() {
    return Tokens.person("ward-leader")
        .withOrganisations(place.organisation)
        .subject("leader")
        .withUnits(place.ward);
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

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    recount.rebuild();
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
