package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads the names of staff who are praised, and who reads tokens. */
@QuarkusTest
class StaffNamesTest extends GatewayTest {
  private static final String COMMENTS = "/api/v1/wards/W01/comments";
  private static final String PAGE =
      """
      {"items":[
        {"id":"s1-1","submissionId":"s1","question":"good","rating":1,
         "text":"[STAFF-1] was lovely but [STAFF-2] was vile.","countedOn":"2026-10-01",
         "period":"2026-W40","language":"en","praised":["[STAFF-1]"],"tags":[
          {"layer":"compassion","theme":"kindness-and-courtesy","polarity":"present",
           "specificity":"generic","confidence":0.99,
           "evidence":{"start":1,"end":20,"text":"STAFF-1] was lovely"}},
          {"layer":"compassion","theme":"kindness-and-courtesy","polarity":"absent",
           "confidence":0.9,"evidence":{"start":21,"end":43,"text":"but [STAFF-2] was vile"}}]},
        {"id":"s1-2","submissionId":"s1","question":"why","rating":1,"text":"[STAFF-3] again",
         "countedOn":"2026-10-01","period":"2026-W40","language":"en","praised":[],"tags":[]},
        {"id":"s2-1","submissionId":"s2","question":"good","rating":1,"text":"[STAFF-1] was kind",
         "countedOn":"2026-10-02","period":"2026-W40","language":"en","praised":["[STAFF-1]"],
         "withheld":"IN_REVIEW","tags":[]}],
       "total":3,"next":"c2"}""";
  private static final String NAMES =
      """
      [{"submissionId":"s1","names":{"[STAFF-1]":"Jo","[STAFF-2]":"Smith","[STAFF-3]":"Sam"}},
       {"submissionId":"s2","names":{"[STAFF-1]":"Ali"}}]""";
  private static final String TOKENS = "[STAFF-1] was lovely but [STAFF-2] was vile.";

  @BeforeEach
  void praise() {
    analytics.answer("/v1/wards/W01/comments", 200, PAGE);
    feedback.names(200, NAMES);
  }

  @Test
  void hiddenHarmTellsNamesToTheSameLeaderOnly() {
    feedback.names(200, "[{\"submissionId\":\"s3\",\"names\":{\"[STAFF-1]\":\"Jo\"}}]");
    String path = "/api/v1/wards/W01/hidden-harm";
    get(tokens.of("ward-leader", "W01"), path)
        .then()
        .statusCode(200)
        .body("items[0].text", equalTo("Jo was kind. Nobody came for hours."))
        .body("periods.comments", equalTo(List.of(3, 1)));
    get(tokens.of("quality-analyst"), path)
        .then()
        .body("items[0].text", equalTo("[STAFF-1] was kind. Nobody came for hours."));
    assertThat(feedback.asked()).hasSize(1);
  }

  @Test
  void theWardsOwnLeaderReadsWhoIsPraisedAndNobodyElse() {
    String leader = tokens.of("ward-leader", "W01");
    JsonPath page =
        get(leader, COMMENTS)
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("total", equalTo(3))
            .body("next", equalTo("c2"))
            .body("items[0].text", equalTo("Jo was lovely but [STAFF-2] was vile."))
            .body("items[0].praised", nullValue())
            // What comes back beyond what was asked for stays a token.
            .body("items[1].text", equalTo("[STAFF-3] again"))
            .body("items[2].text", nullValue())
            .body("items[2].withheld", equalTo("IN_REVIEW"))
            .extract()
            .jsonPath();
    String text = page.getString("items[0].text");
    List<Map<String, Object>> passages = page.getList("items[0].tags.evidence");
    assertThat(passages)
        .extracting(each -> each.get("text"))
        .containsExactly("Jo was lovely", "but [STAFF-2] was vile");
    for (Map<String, Object> passage : passages) {
      assertThat(text.substring((int) passage.get("start"), (int) passage.get("end")))
          .isEqualTo(passage.get("text"));
    }
    // Nothing of a comment that is held back is asked for.
    assertThat(feedback.asked())
        .containsExactly(
            new FakeFeedback.Asked(
                "POST /v1/staff-names",
                leader,
                "[{\"submissionId\":\"s1\",\"tokens\":[\"[STAFF-1]\"]}]"));
  }

  /**
   * Whoever says that a tag is missing names a passage by where it stands in the text with tokens:
   * so who reads names has that text, too, and only where the two differ.
   */
  @Test
  void whoReadsNamesHasTheTextThatPassagesAreNamedIn() {
    String leader = tokens.of("ward-leader", "W01");
    get(leader, COMMENTS)
        .then()
        .body("items[0].text", equalTo("Jo was lovely but [STAFF-2] was vile."))
        .body("items[0].textWithTokens", equalTo(TOKENS))
        .body("items[1]", not(hasKey("textWithTokens")))
        .body("items[2]", not(hasKey("textWithTokens")));
    get(tokens.of("quality-analyst"), COMMENTS)
        .then()
        .body("items[0]", not(hasKey("textWithTokens")));
    feedback.names(503, "{\"code\":\"UNAVAILABLE\"}");
    get(leader, COMMENTS).then().body("items[0]", not(hasKey("textWithTokens")));
    feedback.names(200, "[{\"submissionId\":\"s3\",\"names\":{\"[STAFF-1]\":\"Jo\"}}]");
    get(leader, "/api/v1/wards/W01/hidden-harm")
        .then()
        .body("items[0].textWithTokens", equalTo("[STAFF-1] was kind. Nobody came for hours."));
  }

  @ParameterizedTest
  @CsvSource({"S01", "D01"})
  void leadersOfItsSiteOrDivisionAreItsOwn(String unit) {
    get(tokens.of("ward-leader", unit), COMMENTS)
        .then()
        .body("items[0].text", equalTo("Jo was lovely but [STAFF-2] was vile."));
  }

  @ParameterizedTest
  @CsvSource({"quality-analyst", "ward-leader quality-analyst", "ward-leader admin"})
  void everybodyElseReadsTokensAndNoNameIsAskedFor(String roles) {
    String token =
        tokens.with(claims -> claims.setStringListClaim("groups", roles.split(" ", -1)), "W01");
    get(token, COMMENTS).then().statusCode(200).body("items[0].text", equalTo(TOKENS));
    assertThat(feedback.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503|{\"code\":\"UNAVAILABLE\"}",
        "500|{\"code\":\"INTERNAL\"}",
        "422|{\"code\":\"TOO_MANY_NAMES\"}",
        "401|{\"code\":\"CALLER_REQUIRED\"}",
        "403|{\"code\":\"FORBIDDEN\"}",
        "404|{\"code\":\"NOT_FOUND\"}",
        "200|no JSON",
        "200|[{\"submissionId\":\"s1\"}]",
        "200|[{\"submissionId\":\"s9\",\"names\":{\"[STAFF-1]\":\"Jo\"}}]",
        "200|[]",
        "0|broken off",
      })
  void aPageWithoutNamesIsStillAPage(int status, String body) {
    feedback.names(status, body);
    get(tokens.of("ward-leader", "W01"), COMMENTS)
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("items[0].text", equalTo(TOKENS))
        .body("items[0].tags[0].evidence.text", equalTo("STAFF-1] was lovely"));
  }

  /**
   * Whatever a service behind lists as praised: its tokens were numbered without the sealed map.
   */
  @Test
  void aTokenOfATranslationIsNeverSwapped() {
    analytics.answer(
        "/v1/wards/W01/comments",
        200,
        """
        {"items":[
          {"id":"s1-1","submissionId":"s1","question":"good","rating":1,
           "text":"[STAFF-1] was kind.","countedOn":"2026-10-01","period":"2026-W40",
           "language":"en","translatedFrom":"pl","praised":["[STAFF-1]"],"tags":[]},
          {"id":"s1-2","submissionId":"s1","question":"why","rating":1,
           "text":"[STAFF-1] helped.","countedOn":"2026-10-01","period":"2026-W40",
           "language":"en","praised":["[STAFF-1]"],"tags":[]}],
         "total":2,"next":null}""");
    get(tokens.of("ward-leader", "W01"), COMMENTS)
        .then()
        .statusCode(200)
        .body("items[0].text", equalTo("[STAFF-1] was kind."))
        .body("items[0].translatedFrom", equalTo("pl"))
        .body("items[1].text", equalTo("Jo helped."))
        .body("items[1].translatedFrom", nullValue());
    analytics.answer(
        "/v1/wards/W01/comments",
        200,
        """
        {"items":[
          {"id":"s1-1","submissionId":"s1","question":"good","rating":1,
           "text":"[STAFF-1] was kind.","countedOn":"2026-10-01","period":"2026-W40",
           "language":"en","translatedFrom":"pl","praised":["[STAFF-1]"],"tags":[]}],
         "total":1,"next":null}""");
    feedback.asked().clear();
    get(tokens.of("ward-leader", "W01"), COMMENTS).then().statusCode(200);
    assertThat(feedback.asked()).as("nobody is asked about it").isEmpty();
  }

  /** Words are searched where there are no names; no name is looked up for a search. */
  @Test
  void nobodyFindsAName() {
    analytics.answer("/v1/wards/W01/comments", 200, "{\"items\":[],\"total\":0,\"next\":null}");
    get(tokens.of("ward-leader", "W01"), COMMENTS + "?q=Jo")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
    assertThat(analytics.asked().get(1).uri().getQuery()).contains("q=Jo");
    assertThat(feedback.asked()).isEmpty();
  }
}
