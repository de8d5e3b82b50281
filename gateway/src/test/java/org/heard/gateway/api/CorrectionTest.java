package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From one click beside a tag to what training learns from it. */
@QuarkusTest
class CorrectionTest extends GatewayTest {
  private static final String COMMENT = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2";
  private static final String ID = "4f0e8a55-9a36-4c52-8d3f-7b1d0c8d6e21";
  private static final String DISPUTE = "/api/v1/wards/W01/comments/" + COMMENT + "/dispute";
  private static final String DISPUTED = "/v1/wards/W01/comments/" + COMMENT + "/dispute";
  private static final String DECIDE = "/api/v1/corrections/" + ID + "/decide";
  private static final String EXPORT = "/api/v1/corrections/export";
  private static final String BODY =
      "{\"kind\":\"wrong\",\"layer\":\"compassion\",\"theme\":\"being-heard\","
          + "\"polarity\":\"absent\"}";

  @Test
  void aLeaderDisputesATagInOneClick() {
    String leader = tokens.of("ward-leader", "W01");
    Response answer = post(leader, DISPUTE, BODY);
    answer
        .then()
        .statusCode(201)
        .body("$", aMapWithSize(11))
        .body("id", equalTo(ID))
        .body("commentId", equalTo(COMMENT))
        .body("wardId", equalTo("W01"))
        .body("kind", equalTo("wrong"))
        .body("layer", equalTo("compassion"))
        .body("theme", equalTo("being-heard"))
        .body("polarity", equalTo("absent"))
        .body("evidence", equalTo(Map.of("start", 0, "end", 8)))
        .body("state", equalTo("open"))
        .body("raisedAt", equalTo("2026-10-07T09:15:00Z"))
        .body("decidedAt", nullValue());
    FakeAnalytics.Asked asked = analytics.asked().get(1);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.uri().getPath()).isEqualTo(DISPUTED);
    assertThat(asked.caller()).isEqualTo(leader);
    assertThat(asked.body()).isEqualTo(BODY);

    analytics.answer(DISPUTED, 200, Examples.CORRECTION);
    post(leader, DISPUTE, BODY).then().statusCode(200).body("id", equalTo(ID));
  }

  @Test
  void disputesAreListedForAnalystsWithWhatIsDisputed() {
    get(tokens.of("quality-analyst"), "/api/v1/corrections?state=open&ward=W01&cursor=c1&limit=7")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("next", equalTo("c2"))
        .body("items[0]", aMapWithSize(12))
        .body(
            "items[0].comment",
            equalTo(Map.of("question", "improve", "rating", 4, "text", "[STAFF-1] left.")));
    assertThat(analytics.asked().get(0).uri().getQuery())
        .contains("state=open", "ward=W01", "cursor=c1", "limit=7");
    analytics.answer("/v1/corrections", 404, "{\"code\":\"UNKNOWN_WARD\"}");
    isProblem(
        get(tokens.of("quality-analyst"), "/api/v1/corrections?ward=W90"), 404, "UNKNOWN_WARD");
  }

  @Test
  void anAnalystDecides() {
    post(tokens.of("quality-analyst"), DECIDE, "{\"decision\":\"accept\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("decidedAt", equalTo("2026-10-08T10:00:00Z"))
        .body("raisedBy", nullValue());
    assertThat(analytics.asked().get(0).body()).isEqualTo("{\"decision\":\"accept\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "403, OWN_WARD,       403, OWN_WARD",
    "403, OWN_DISPUTE,    403, OWN_DISPUTE",
    "403, FORBIDDEN,      500, INTERNAL",
    "404, NOT_FOUND,      404, NOT_FOUND",
    "409, NOT_OPEN,       409, NOT_OPEN",
    "409, OTHER,          500, INTERNAL",
    "413, BODY_TOO_LARGE, 413, BODY_TOO_LARGE",
    "422, INVALID_VALUE,  422, INVALID_VALUE",
    "422, UNKNOWN_FIELD,  422, UNKNOWN_FIELD",
    "400, WRONG_TYPE,     400, WRONG_TYPE",
    "400, INVALID_JSON,   400, BAD_REQUEST",
    "400, NUL_CHARACTER,  400, BAD_REQUEST",
    "503, UNAVAILABLE,    503, UNAVAILABLE",
  })
  void refusalsOfADecisionAreRelayedFromAClosedList(
      int status, String code, int told, String toldCode) {
    analytics.answer(
        "/v1/corrections/" + ID + "/decide",
        status,
        "{\"code\":\"%s\",\"detail\":\"why\"}".formatted(code));
    isProblem(
        post(tokens.of("quality-analyst"), DECIDE, "{\"decision\":\"accept\"}"), told, toldCode);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND,      404",
    "409, NOT_TAGGED,     409",
    "409, ALREADY_TAGGED, 409",
    "409, NO_CONTENT,     409",
    "409, TOO_MANY_OPEN,  409",
    "422, BAD_EVIDENCE,   422",
    "422, MISSING_FIELD,  422",
    "413, BODY_TOO_LARGE, 413",
  })
  void refusalsOfADisputeAreRelayed(int status, String code, int told) {
    analytics.answer(DISPUTED, status, "{\"code\":\"%s\",\"detail\":\"why\"}".formatted(code));
    isProblem(post(tokens.of("quality-analyst"), DISPUTE, BODY), told, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "1"})
  void whatIsNoObjectIsNotSentOn(String body) {
    String analyst = tokens.of("quality-analyst");
    isProblem(post(analyst, DECIDE, body), 400, "BAD_REQUEST");
    isProblem(put(analyst, "/api/v1/review/" + COMMENT, body), 400, "BAD_REQUEST");
    assertThat(analytics.asked()).isEmpty();
    isProblem(post(analyst, DISPUTE, body), 400, "BAD_REQUEST");
    assertThat(analytics.asked()).hasSizeLessThan(2);
  }

  @Test
  void aBodyThatIsTooDeepToBeReadBehindIsTheClientsMistake() {
    String refusal = "{\"code\":\"INVALID_JSON\",\"detail\":\"why\"}";
    analytics.answer("/v1/corrections/" + ID + "/decide", 400, refusal);
    analytics.answer("/v1/review/" + COMMENT, 400, refusal);
    analytics.answer(DISPUTED, 400, refusal);
    refusedEverywhere(nested(21));
    assertThat(analytics.asked()).hasSize(4);
  }

  /** Beyond what the JSON reader itself takes: levels, digits. */
  @Test
  void aBodyThatIsTooMuchToBeReadHereIsTheClientsMistakeToo() {
    refusedEverywhere(nested(1001));
    refusedEverywhere("{\"a\":" + "1".repeat(1001) + "}");
    assertThat(analytics.asked().stream().map(FakeAnalytics.Asked::method)).isSubsetOf("GET");
  }

  private void refusedEverywhere(String body) {
    String analyst = tokens.of("quality-analyst");
    isProblem(post(analyst, DECIDE, body), 400, "BAD_REQUEST");
    isProblem(put(analyst, "/api/v1/review/" + COMMENT, body), 400, "BAD_REQUEST");
    isProblem(post(analyst, DISPUTE, body), 400, "BAD_REQUEST");
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1", ID + "%20", ID + "Z"})
  void whatIsNoIdIsNotAskedAbout(String id) {
    String analyst = tokens.of("quality-analyst");
    isProblem(post(analyst, DECIDE.replace(ID, id), "{}"), 404, "NOT_FOUND");
    isProblem(put(analyst, "/api/v1/review/" + id, "{}"), 404, "NOT_FOUND");
    assertThat(analytics.asked()).isEmpty();
    isProblem(post(analyst, DISPUTE.replace(COMMENT, id), "{}"), 404, "NOT_FOUND");
    assertThat(analytics.asked()).hasSize(1);
  }

  @Test
  void anExportGoesThroughLineByLine() {
    String analyst = tokens.of("quality-analyst");
    Response answer = get(analyst, EXPORT + "?organisation=O01");
    answer.then().statusCode(200).header("Cache-Control", "no-store");
    assertThat(answer.contentType()).startsWith("application/x-ndjson");
    assertThat(answer.asString()).isEqualTo(Examples.EXPORT);
    assertThat(analytics.asked().get(0).uri().getQuery()).isEqualTo("organisation=O01");
    assertThat(analytics.asked().get(0).caller()).isEqualTo(analyst);
    String large = Examples.EXPORT.repeat(20_000);
    analytics.answer("/v1/corrections/export", 200, large);
    assertThat(get(analyst, EXPORT).asString()).isEqualTo(large);
  }

  @Test
  void anotherOrganisationHasNothingToExportAndNobodyIsAsked() {
    isProblem(
        get(tokens.of("quality-analyst"), EXPORT + "?organisation=O02"),
        404,
        "UNKNOWN_ORGANISATION");
    isProblem(
        get(tokens.of("quality-analyst"), EXPORT + "?organisation=O99"),
        404,
        "UNKNOWN_ORGANISATION");
    assertThat(analytics.asked()).isEmpty();
    analytics.answer("/v1/corrections/export", 503, "{\"code\":\"UNAVAILABLE\"}");
    isProblem(get(tokens.of("quality-analyst"), EXPORT), 503, "UNAVAILABLE");
  }

  @Test
  void halfAnExportDoesNotLookWhole() {
    analytics.cut("/v1/corrections/export", Examples.EXPORT);
    assertThatThrownBy(() -> get(tokens.of("quality-analyst"), EXPORT).asString())
        .isInstanceOf(Exception.class);
  }

  @Test
  void whoIsAskedWhatIsListed() {
    get(tokens.of("quality-analyst"), "/api/v1/review?cursor=c1&limit=7")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("next", equalTo("c2"))
        .body("items[0]", aMapWithSize(8))
        .body("items[0].commentId", equalTo(COMMENT))
        .body("items[0].sample", equalTo("random"))
        .body("items[0].text", equalTo("The food was cold."))
        .body("items[0].tags[0].evidence", equalTo(Map.of("start", 0, "end", 17)))
        .body("items[0].tags[0].confidence", equalTo(0.53f));
    assertThat(analytics.asked().get(0).uri().getQuery()).contains("cursor=c1", "limit=7");
  }

  @Test
  void aReviewIsPassedOn() {
    String body = "{\"verdicts\":[],\"missing\":[]}";
    put(tokens.of("quality-analyst"), "/api/v1/review/" + COMMENT, body)
        .then()
        .statusCode(200)
        .body("$", aMapWithSize(4))
        .body("commentId", equalTo(COMMENT))
        .body("modelVersion", equalTo("test-1"));
    assertThat(analytics.asked().get(0).body()).isEqualTo(body);
    for (String code : List.of("INCOMPLETE_REVIEW", "TOO_MANY_ITEMS", "MISSING_FIELD")) {
      analytics.answer("/v1/review/" + COMMENT, 422, "{\"code\":\"" + code + "\"}");
      isProblem(put(tokens.of("quality-analyst"), "/api/v1/review/" + COMMENT, body), 422, code);
    }
  }

  @Test
  void precisionAndRecallHaveIntervalsWhereEnoughStandsBehindThem() {
    get(tokens.of("quality-analyst"), "/api/v1/review/quality?from=2026-07-10&to=2026-10-08")
        .then()
        .statusCode(200)
        .body("modelVersion", equalTo("test-1"))
        .body("reviewed", equalTo(120))
        .body("secretOfUpstream", nullValue())
        .body("tags[0].reviewed", equalTo(120))
        .body("tags[0].right", equalTo(31))
        .body("tags[0].wrong", equalTo(4))
        .body("tags[0].missing", equalTo(6))
        // 31 of 35, and 31 of 37.
        .body("tags[0].precision", equalTo(89))
        .body("tags[0].precisionInterval", equalTo(Map.of("low", 74, "high", 95)))
        .body("tags[0].recall", equalTo(84))
        .body("tags[0].recallInterval", equalTo(Map.of("low", 69, "high", 92)))
        .body("tags[0].hidden", nullValue())
        // 9 of 10 may be said, 9 of 9 may not.
        .body("tags[1].precision", equalTo(90))
        .body("tags[1].recall", nullValue())
        .body("tags[1].recallInterval", nullValue())
        .body("tags[1].hidden", equalTo(Map.of("recall", "LOW_N", "recallInterval", "LOW_N")))
        .body("tags[2].polarity", nullValue())
        .body("tags[2].precision", nullValue())
        .body("tags[2].hidden", aMapWithSize(4));
    assertThat(analytics.asked().get(0).uri().getQuery())
        .contains("from=2026-07-10", "to=2026-10-08");
    analytics.answer("/v1/review/quality", 400, "{\"code\":\"BAD_PERIOD\",\"detail\":\"a day\"}");
    isProblem(
        get(tokens.of("quality-analyst"), "/api/v1/review/quality?from=x"), 400, "BAD_PERIOD");
  }

  @Test
  void insightsSayWhatWasCorrected() {
    get(tokens.of("ward-leader", "W01"), "/api/v1/wards/W01/insights")
        .then()
        .statusCode(200)
        .body("periods[0].corrections", equalTo(Map.of("count", 3, "net", -1)))
        .body("periods[1].corrections", equalTo(Map.of("count", 0, "net", 0)));
  }

  @Test
  void aPersonsTagSaysSo() {
    analytics.answer(
        "/v1/wards/W01/comments",
        200,
        Examples.COMMENTS.replace("\"confidence\":0.93", "\"source\":\"person\",\"confidence\":1"));
    get(tokens.of("ward-leader", "W01"), "/api/v1/wards/W01/comments")
        .then()
        .body("items[0].tags[0].source", equalTo("person"))
        .body("items[0].tags[1]", aMapWithSize(5));
  }
}
