package org.heard.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drop-in for pxtextmining's API, switched on. */
@QuarkusTest
@TestProfile(PredictTest.SwitchedOn.class)
class PredictTest extends GatewayTest {
  private static final String KEY = "a key that only tests know";
  private static final String ONE =
      "[{\"comment_id\":\"a\",\"comment_text\":\"A kind nurse\",\"question_type\":\"what_good\"}]";
  private static final String TAGGED =
      "[{\"id\":\"a\",\"tags\":[],\"qdc\":[{\"label\":\"Staff"
          + " responsiveness\",\"confidence\":0.9}]}]";

  public static final class SwitchedOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "heard.predict.enabled", "true",
          "heard.predict.max-items", "2",
          "heard.predict.max-code-points", "6000",
          // SHA-256 of KEY
          "heard.predict.key-sha256",
              "9aea76a967912d1723577e69d83f1a1b4dc89905e31ee9b185cb3421af9fe076");
    }
  }

  private static Response predict(String key, String query, String body) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body(body)
        .post("/predict_multilabel" + query);
  }

  @Test
  void labelsAreAnsweredInTheOldShape() {
    analytics.answer("/v1/tag", 200, TAGGED);

    predict(KEY, "", ONE)
        .then()
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].keySet()", contains("comment_id", "labels"))
        .body("[0].comment_id", equalTo("a"))
        .body("[0].labels", contains("Staff responsiveness"));
    predict(KEY, "?labels=v7", ONE)
        .then()
        .body("[0].labels", contains("Staffing levels & responsiveness"));
    assertThat(analytics.asked()).allMatch(asked -> asked.caller() == null);
  }

  @Test
  void aNumberIsAnIdAndAnsweredAsText() {
    analytics.answer("/v1/tag", 200, TAGGED.replace("\"a\"", "\"7\""));

    predict(KEY, "", "[{\"comment_id\":7,\"comment_text\":\"A kind nurse\"}]")
        .then()
        .statusCode(200)
        .body("[0].comment_id", equalTo("7"));
    assertThat(analytics.asked().get(0).body()).contains("\"id\":\"7\"");
  }

  @Test
  void otherKeysAndTokensOpenNothing() {
    for (String key : new String[] {"", "another key", tokens.of("admin"), tokens.ofService()}) {
      isProblem(predict(key, "", ONE), 401, "UNAUTHENTICATED");
    }
    isProblem(
        given().contentType("application/json").body(ONE).post("/predict_multilabel"),
        401,
        "UNAUTHENTICATED");
    isProblem(get(KEY, "/api/v1/me"), 401, "UNAUTHENTICATED");
    assertThat(analytics.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[{]",
        "[1]",
        "[{\"comment_text\":\"x\"}]",
        "[{\"comment_id\":1.5,\"comment_text\":\"x\"}]",
        "[{\"comment_id\":\"\",\"comment_text\":\"x\"}]",
        "[{\"comment_id\":\"a\\u0000\",\"comment_text\":\"x\"}]",
        "[{\"comment_id\":\"a\\ud83d\",\"comment_text\":\"x\"}]",
        "[{\"comment_id\":\"a\",\"comment_text\":\"x\"}] x",
        "[{\"comment_id\":\"a\"}]",
        "[{\"comment_id\":\"a\",\"comment_text\":\"x\",\"question_type\":\"why\"}]",
        "[{\"comment_id\":\"a\",\"comment_text\":\"x\"},{\"comment_id\":\"b\",\"comment_text\":\"x\"},"
            + "{\"comment_id\":\"c\",\"comment_text\":\"x\"}]"
      })
  void whatCannotBeReadIsRefused(String body) {
    isProblem(predict(KEY, "", body), 400, "BAD_REQUEST");
    assertThat(analytics.asked()).isEmpty();
  }

  @Test
  void textsBeyondTheLimitAndUnknownVersionsAreRefused() {
    String tooLong = "[{\"comment_id\":\"a\",\"comment_text\":\"%s\"}]".formatted("x".repeat(4001));

    isProblem(predict(KEY, "", tooLong), 400, "BAD_REQUEST");
    isProblem(predict(KEY, "?labels=v5", ONE), 400, "BAD_PARAMETER");
    isProblem(predict(KEY, "?other=1", ONE), 400, "UNKNOWN_PARAMETER");
  }

  @Test
  void moreTextThanIsTaggedInTimeIsRefused() {
    String two =
        "[{\"comment_id\":\"a\",\"comment_text\":\"%s\"},{\"comment_id\":\"b\",\"comment_text\":\"%s\"}]"
            .formatted("x".repeat(4000), "x".repeat(2001));

    isProblem(predict(KEY, "", two), 400, "BAD_REQUEST")
        .body("detail", equalTo("At most 6000 code points of text a request."));
    assertThat(analytics.asked()).isEmpty();
  }

  /** Of four bytes a character, and one beyond the last there is. */
  @Test
  void whatIsInNoEncodingIsRefused() {
    byte[] body = {0, 0, 0, '[', 0x7f, 0, 0, 0};
    Response answer =
        given()
            .header("Authorization", "Bearer " + KEY)
            .contentType("application/json")
            .body(body)
            .post("/predict_multilabel");

    isProblem(answer, 400, "BAD_REQUEST");
  }

  /** As a message leaves that is cut off within an emoji. */
  @Test
  void halfACharacterIsABlank() {
    analytics.answer("/v1/tag", 200, TAGGED);

    predict(KEY, "", "[{\"comment_id\":\"a\",\"comment_text\":\"kind \\ud83d\\u0000!\"}]")
        .then()
        .statusCode(200);
    assertThat(analytics.asked().get(0).body()).contains("\"kind   !\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Not assigned",
    "general-praise, Not assigned",
    "no-content, Labelling not possible",
    "unsupported-language, Labelling not possible",
  })
  void whatHasNoLabelHasOneThatSaysWhy(String theme, String label) {
    String tags =
        theme.isEmpty() ? "" : "{\"layer\":\"general\",\"theme\":\"%s\"}".formatted(theme);
    analytics.answer("/v1/tag", 200, "[{\"id\":\"a\",\"tags\":[%s],\"qdc\":[]}]".formatted(tags));

    predict(KEY, "", ONE).then().statusCode(200).body("[0].labels", contains(label));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"id\":\"b\",\"tags\":[],\"qdc\":[]}]",
        "[{\"id\":\"a\",\"tags\":[],\"qdc\":[],\"problem\":{\"code\":\"NUL_CHARACTER\"}}]",
      })
  void whatWasNotTaggedIsAFaultAndNoLabel(String answer) {
    analytics.answer("/v1/tag", 200, answer);

    isProblem(predict(KEY, "", ONE), 500, "INTERNAL");
  }

  @Test
  void nothingToLabelIsAnsweredWithNothing() {
    analytics.answer("/v1/tag", 200, "[]");

    predict(KEY, "", "[]").then().statusCode(200).body("size()", equalTo(0));
  }

  @Test
  void anAbsentServiceIsNoFaultOfTheClient() {
    analytics.answer("/v1/tag", 503, "{}");

    isProblem(predict(KEY, "", ONE), 503, "UNAVAILABLE");
  }

  /** The gateway has read every item, and made what goes on. */
  @ParameterizedTest
  @CsvSource({
    "400, INVALID_JSON",
    "400, WRONG_TYPE",
    "413, BODY_TOO_LARGE",
    "422, TOO_MANY_ITEMS",
  })
  void aRefusalOfWhatTheGatewayMadeIsNoneOfTheClients(int status, String code) {
    analytics.answer("/v1/tag", status, "{\"code\":\"%s\",\"detail\":\"why\"}".formatted(code));

    isProblem(predict(KEY, "", ONE), 500, "INTERNAL");
  }
}
