package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin has published again, through feedback-service. */
@QuarkusTest
class RedriveTest extends GatewayTest {
  private static final String PATH = "/api/v1/reconciliation/redrive";
  private static final String DAY = "{\"wardId\": \"W01\", \"day\": \"2026-10-05\"}";

  @Test
  void theAdminsTokenGoesAlongAndTheAnswerComesBack() {
    String admin = tokens.of("admin");
    post(admin, PATH, DAY)
        .then()
        .statusCode(202)
        .body("$", equalTo(Map.of("events", 7)))
        .header("Cache-Control", "no-store");
    assertThat(feedback.asked())
        .containsExactly(
            new FakeFeedback.Asked(
                "POST /v1/events/redrive", admin, "{\"wardId\":\"W01\",\"day\":\"2026-10-05\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"wardId\": \"W01\"}",
        "{\"wardId\": 1, \"day\": \"2026-10-05\"}",
        "{\"wardId\": \"W01\", \"day\": \"yesterday\"}",
        "{\"wardId\": \"W01\", \"day\": \"2026-02-30\"}",
        "{\"wardId\": \"W01\", \"day\": \"2026-10-05\", \"organisation\": \"O02\"}",
        "{\"wardId\": \" \", \"day\": \"2026-10-05\"}",
        "{\"wardId\": \"\\u0000\", \"day\": \"2026-10-05\"}",
        "{\"wardId\": \"W01\", \"day\": \"+12026-10-05\"}",
        "{\"wardId\": "
      })
  void anotherBodyIsRefusedAndNobodyIsAsked(String body) {
    isProblem(post(tokens.of("admin"), PATH, body), 400, "BAD_REQUEST");
    assertThat(feedback.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "422, UNKNOWN_WARD,   404, UNKNOWN_WARD",
    "422, TOO_MANY_FACTS, 422, TOO_MANY_FACTS",
    "422, OTHER,          500, INTERNAL",
    "422, MISSING_FIELD,  500, INTERNAL",
    "422, UNKNOWN_FIELD,  500, INTERNAL",
    "400, INVALID_JSON,   500, INTERNAL",
    "413, BODY_TOO_LARGE, 500, INTERNAL",
    "401, UNAUTHORIZED,   503, UNAVAILABLE",
    "401, CALLER_REQUIRED, 401, UNAUTHENTICATED",
    "403, FORBIDDEN,      500, INTERNAL",
    "503, UNAVAILABLE,    503, UNAVAILABLE",
  })
  void refusalsAreRelayedFromAClosedList(int status, String code, int told, String toldCode) {
    feedback.answer(status, "{\"code\":\"%s\",\"detail\":\"why\"}".formatted(code));
    isProblem(post(tokens.of("admin"), PATH, DAY), told, toldCode);
  }

  @Test
  void aForeignWardLooksLikeOneThatIsUnknownElsewhere() {
    feedback.answer(422, "{\"code\":\"UNKNOWN_WARD\",\"detail\":\"says more\"}");
    assertThat(post(tokens.of("admin"), PATH, DAY).asString())
        .isEqualTo(get(tokens.of("ward-leader", "W01"), "/api/v1/wards/W99/insights").asString());
  }
}
