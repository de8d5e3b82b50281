package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
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

/** From a list of what nobody reads to what everybody reads. */
@QuarkusTest
class TranslationTest extends GatewayTest {
  private static final String ID = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2";
  private static final String HELD = "/api/v1/wards/W01/held-comments";
  private static final String PATH = "/api/v1/wards/W01/comments/" + ID + "/translation";
  private static final String UPSTREAM = "/v1/wards/W01/comments/" + ID + "/translation";

  @Test
  void whatIsHeldIsListedForAnalysts() {
    String analyst = tokens.of("quality-analyst");
    get(analyst, HELD + "?cursor=c%3D&limit=7")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("next", equalTo("c2"))
        .body(
            "items[0]",
            equalTo(
                Map.of(
                    "id", ID,
                    "submissionId", "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4",
                    "question", "good",
                    "language", "pl",
                    "text", "Pielęgniarki były miłe.",
                    "version", "5f0c3b7a91de",
                    "countedOn", "2026-10-05")));
    FakeAnalytics.Asked asked = analytics.asked().get(1);
    assertThat(asked.uri().toString()).startsWith("/v1/wards/W01/held-comments?");
    assertThat(asked.uri().getRawQuery()).contains("cursor=c%3D", "limit=7");
    assertThat(asked.caller()).isEqualTo(analyst);
  }

  @Test
  void whoReadWhatIsHeldIsListedForWhoLooksAfterThat() {
    String governance = tokens.of("information-governance");
    get(governance, "/api/v1/held-accesses?cursor=c%3D&limit=7")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("next", equalTo("c2"))
        .body(
            "items",
            equalTo(
                List.of(
                    Map.of(
                        "what", "read",
                        "subject", "an-analyst",
                        "at", "2026-10-06T09:14:05.120334Z",
                        "wardId", "W01",
                        "comments", List.of(ID)),
                    Map.of(
                        "what", "export",
                        "subject", "an-analyst",
                        "at", "2026-10-05T16:40:11.004512Z",
                        "wardId", "W02",
                        "comments", List.of("0f8fad5b-d9cb-469f-a165-70867728950e-1")))));
    FakeAnalytics.Asked asked = analytics.asked().get(0);
    assertThat(asked.uri().toString()).startsWith("/v1/held-accesses?");
    assertThat(asked.uri().getRawQuery()).contains("cursor=c%3D", "limit=7");
    assertThat(asked.caller()).isEqualTo(governance);
    get(governance, "/q/openapi?format=json")
        .then()
        .body(
            "components.schemas.HeldAccess.properties.what.enum",
            containsInAnyOrder("read", "translation", "cleared", "export"));
  }

  @Test
  void aTranslationIsRedactedBeforeAnybodyKeepsIt() {
    String analyst = tokens.of("quality-analyst");
    put(analyst, PATH, body("translation", "Jo był was kind."))
        .then()
        .statusCode(200)
        .body(
            "$",
            equalTo(
                Map.of(
                    "id", ID,
                    "text", "[STAFF-1] was kind.",
                    "language", "en",
                    "translatedFrom", "pl")));

    assertThat(feedback.asked())
        .containsExactly(
            new FakeFeedback.Asked(
                "POST /v1/redact",
                analyst,
                "{\"wardId\":\"W01\",\"language\":\"en\",\"text\":\"Jo był was kind.\"}"));
    FakeAnalytics.Asked asked = analytics.asked().get(1);
    assertThat(asked.method()).isEqualTo("PUT");
    assertThat(asked.uri().getPath()).isEqualTo(UPSTREAM);
    assertThat(asked.caller()).isEqualTo(analyst);
    assertThat(asked.body())
        .isEqualTo("{\"kind\":\"translation\",\"text\":\"[STAFF-1] was kind.\"}");
    assertThat(analytics.asked().toString()).doesNotContain("Jo był");
  }

  @Test
  void whichWordsWereReadIsSaidWhereThePersonSaysIt() {
    String analyst = tokens.of("quality-analyst");
    put(analyst, PATH, "{\"kind\": \"cleared\", \"text\": \"a\", \"version\": \"5f0c3b7a91de\"}")
        .then()
        .statusCode(200);
    assertThat(analytics.asked().get(1).body()).endsWith(",\"version\":\"5f0c3b7a91de\"}");
    put(analyst, PATH, "{\"kind\": \"cleared\", \"text\": \"a\", \"version\": null}")
        .then()
        .statusCode(200);
    assertThat(analytics.asked().get(3).body()).doesNotContain("version");
  }

  @Test
  void ofWhatIsClearedTheLanguageIsNotSaid() {
    put(tokens.of("quality-analyst"), PATH, body("cleared", "Miłe.")).then().statusCode(200);
    assertThat(feedback.asked().get(0).body())
        .isEqualTo("{\"wardId\":\"W01\",\"language\":null,\"text\":\"Miłe.\"}");
    assertThat(analytics.asked().get(1).body()).startsWith("{\"kind\":\"cleared\"");
  }

  @Test
  void whatIsWithheldAllTheSameIsNotShown() {
    analytics.answer(
        UPSTREAM,
        200,
        "{\"id\":\"x\",\"text\":\"s3cret\",\"language\":\"en\",\"translatedFrom\":\"pl\","
            + "\"withheld\":\"IN_REVIEW\"}");
    Response answer = put(tokens.of("quality-analyst"), PATH, body("translation", "Kind."));
    answer
        .then()
        .statusCode(200)
        .body("text", nullValue())
        .body("language", nullValue())
        .body("withheld", equalTo("IN_REVIEW"));
    assertThat(answer.asString()).doesNotContain("s3cret", "translatedFrom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"text\": \"a\"}",
        "{\"kind\": \"cleared\"}",
        "{\"kind\": \"guessed\", \"text\": \"a\"}",
        "{\"kind\": \"cleared\", \"text\": 1}",
        "{\"kind\": \"cleared\", \"text\": \" \"}",
        "{\"kind\": \"cleared\", \"text\": \"a\\u0000\"}",
        "{\"kind\": \"cleared\", \"text\": \"a\\ud800\"}",
        "{\"kind\": \"cleared\", \"text\": \"a\", \"language\": \"pl\"}",
        "{\"kind\": \"cleared\", \"text\": \"a\", \"version\": 1}",
        "{\"kind\": \"cleared\", \"text\": \"a\", \"version\": \"\"}",
        "{\"kind\": \"cleared\", \"text\": \"a\", \"version\": \"said by a patient\"}",
        "[\"kind\", \"text\"]",
      })
  void anotherBodyIsRefusedAndNobodyReadsIt(String body) {
    isProblem(put(tokens.of("quality-analyst"), PATH, body), 400, "BAD_REQUEST");
    assertThat(feedback.asked()).isEmpty();
    assertThat(analytics.asked()).hasSizeLessThan(2);
  }

  @Test
  void aTextHasFourThousandCodePoints() {
    String analyst = tokens.of("quality-analyst");
    put(analyst, PATH, body("cleared", "\uD83D\uDC99".repeat(4000))).then().statusCode(200);
    isProblem(put(analyst, PATH, body("cleared", "ż".repeat(4001))), 422, "TEXT_TOO_LONG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4", "..", ID + "-1", ID + "%20"})
  void whatIsNoCommentIsNotAskedAbout(String id) {
    Response answer = put(tokens.of("quality-analyst"), PATH.replace(ID, id), body("cleared", "a"));
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(feedback.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND,     404, NOT_FOUND",
    "404, UNKNOWN_WARD,  404, NOT_FOUND",
    "409, NOT_HELD,      409, NOT_HELD",
    "409, CHANGED,       409, CHANGED",
    "409, OTHER,         500, INTERNAL",
    "422, NOT_ENGLISH,   422, NOT_ENGLISH",
    "422, TEXT_TOO_LONG, 422, TEXT_TOO_LONG",
    "422, OTHER,         500, INTERNAL",
    "422, INVALID_VALUE, 500, INTERNAL",
    "422, MISSING_FIELD, 500, INTERNAL",
    "400, WRONG_TYPE,    500, INTERNAL",
    "403, FORBIDDEN,     500, INTERNAL",
    "503, UNAVAILABLE,   503, UNAVAILABLE",
  })
  void refusalsOfAnalyticsAreRelayedFromAClosedList(
      int status, String code, int told, String toldCode) {
    analytics.answer(UPSTREAM, status, "{\"code\":\"%s\",\"detail\":\"why\"}".formatted(code));
    isProblem(
        put(tokens.of("quality-analyst"), PATH, body("translation", "Kind.")), told, toldCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503|{\"code\":\"UNAVAILABLE\"}|503|UNAVAILABLE",
        "0|broken off|503|UNAVAILABLE",
        "422|{\"code\":\"UNKNOWN_WARD\"}|404|UNKNOWN_WARD",
        "422|{\"code\":\"INVALID_LANGUAGE\"}|500|INTERNAL",
        "422|{\"code\":\"MISSING_FIELD\"}|500|INTERNAL",
        "422|{\"code\":\"UNKNOWN_FIELD\"}|500|INTERNAL",
        "400|{\"code\":\"NUL_CHARACTER\"}|500|INTERNAL",
        "413|{\"code\":\"BODY_TOO_LARGE\"}|500|INTERNAL",
        "404|{}|500|INTERNAL",
        "200|{}|500|INTERNAL",
        "200|no JSON|500|INTERNAL",
      })
  void withoutRedactionNothingGoesOn(int status, String body, int told, String code) {
    feedback.redacted(status, body);
    isProblem(
        put(tokens.of("quality-analyst"), PATH, body("translation", "Jo was kind.")), told, code);
    assertThat(analytics.asked().stream().map(FakeAnalytics.Asked::method)).containsOnly("GET");
  }

  @Test
  void whoMayNotTranslateIsRefusedBeforeAnybodyReads() {
    for (String role : List.of("ward-leader", "intranet", "alert-handler", "admin")) {
      isProblem(put(tokens.of(role, "W01"), PATH, body("cleared", "a")), 403, "FORBIDDEN");
      isProblem(get(tokens.of(role, "W01"), HELD), 403, "FORBIDDEN");
    }
    assertThat(feedback.asked()).isEmpty();
    assertThat(analytics.asked()).isEmpty();
  }

  private static String body(String kind, String text) {
    return "{\"kind\": \"%s\", \"text\": \"%s\"}".formatted(kind, text);
  }
}
