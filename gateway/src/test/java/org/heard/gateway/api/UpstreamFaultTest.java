package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may learn when analytics-service refuses, breaks or is away. */
@QuarkusTest
class UpstreamFaultTest extends GatewayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BAD_BUCKET",
        "BAD_PERIOD",
        "PERIOD_ORDER",
        "TOO_MANY_PERIODS",
        "BAD_LIMIT",
        "LIMIT_TOO_LARGE",
        "BAD_CURSOR",
        "BAD_FILTER",
        "UNKNOWN_PARAMETER"
      })
  void theClientsOwnMistakesAreRelayedByCode(String code) {
    String refusal = "{\"code\":\"%s\",\"detail\":\"why\",\"secret\":\"s3cret\"}".formatted(code);
    for (Response response : everyQuestion(400, refusal)) {
      isProblem(response, 400, code).body("detail", equalTo("why"));
      assertThat(response.asString()).doesNotContain("s3cret");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"code\":\"OTHER\",\"detail\":\"s3cret\"}",
        "400|{\"code\":\"FORBIDDEN\",\"detail\":\"s3cret\"}",
        "400|{\"detail\":\"s3cret\"}",
        "400|s3cret",
        "400|[]",
        "400|''",
        "403|{\"code\":\"FORBIDDEN\",\"detail\":\"s3cret\"}",
        "302|s3cret",
        "409|s3cret",
        "500|s3cret",
        "200|s3cret",
        "200|null",
        "200|[1]",
      })
  void anythingElseIsAFaultOfOursAndEchoesNothing(int status, String body) {
    for (Response response : everyQuestion(status, body)) {
      isProblem(response, 500, "INTERNAL");
      assertThat(response.asString()).doesNotContain("s3cret");
    }
  }

  /** Status 0 breaks the connection. */
  @ParameterizedTest
  @ValueSource(ints = {0, 401, 429, 502, 503, 504})
  void aServiceThatIsAwayIsUnavailable(int status) {
    for (Response response : everyQuestion(status, "s3cret")) {
      isProblem(response, 503, "UNAVAILABLE").header("Retry-After", "5");
    }
  }

  @Test
  void aCallersTokenThatIsRefusedIsNoReasonToGiveUpOurs() {
    get(leader(), "/api/v1/wards");
    analytics.answer("/v1/wards", 401, "{\"code\":\"CALLER_REQUIRED\"}");
    isProblem(get(leader(), "/api/v1/wards"), 401, "UNAUTHENTICATED");
    get(leader(), "/api/v1/wards");
    assertThat(analytics.asked().stream().map(FakeAnalytics.Asked::serviceToken).distinct())
        .hasSize(1);
  }

  @Test
  void aCallersTokenThatAServiceRefusesIsRefusedAsTheGatewayItselfRefusesOne() {
    String own = get("no token", "/api/v1/wards").asString();
    String refusal = "{\"code\":\"CALLER_REQUIRED\",\"detail\":\"s3cret\"}";
    for (Response response : everyQuestion(401, refusal)) {
      isProblem(response, 401, "UNAUTHENTICATED").header("WWW-Authenticate", equalTo("Bearer"));
      assertThat(response.asString()).isEqualTo(own);
    }
  }

  @Test
  void aServiceThatDoesNotAnswerInTimeIsUnavailable() {
    analytics.hang("/v1/wards/W01/counts");
    isProblem(get(leader(), "/api/v1/wards/W01/insights"), 503, "UNAVAILABLE")
        .header("Retry-After", "5")
        .time(lessThan(10_000L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"periods\":[{\"from\":\"2026"})
  void anAnswerThatBreaksOffIsUnavailable(String begun) {
    analytics.cut("/v1/wards/W01/counts", begun);
    isProblem(get(leader(), "/api/v1/wards/W01/insights"), 503, "UNAVAILABLE")
        .header("Retry-After", "5");
  }

  @Test
  void aWardThatVanishesBetweenTwoQuestionsIsUnknown() {
    for (String what : List.of("insights", "comments")) {
      analytics.answer("/v1/wards/W01/" + what.replace("insights", "counts"), 404, "{}");
      isProblem(get(leader(), "/api/v1/wards/W01/" + what), 404, "UNKNOWN_WARD");
    }
  }

  @Test
  void readinessFollowsAnalytics() {
    get("", "/q/health/ready").then().statusCode(200);
    analytics.answer("/v1/directory/status", 200, "{\"wards\":3}");
    get("", "/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.data.cause", equalTo(List.of("analytics-service knows too few wards")));
    analytics.answer("/v1/directory/status", 0, "");
    get("", "/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.data[0].cause.startsWith('UNAVAILABLE')", equalTo(true));
    get("", "/q/health/live").then().statusCode(200);
  }

  private List<Response> everyQuestion(int status, String body) {
    return Stream.of(
            "/v1/wards|/api/v1/wards",
            "/v1/wards/W01|/api/v1/wards/W01/insights",
            "/v1/wards/W01/counts|/api/v1/wards/W01/insights",
            "/v1/wards/W01/comments|/api/v1/wards/W01/comments")
        .map(
            line -> {
              List<String> paths = Arrays.asList(line.split("\\|", -1));
              analytics.reset();
              analytics.answer(paths.get(0), status, body);
              return get(leader(), paths.get(1));
            })
        .toList();
  }

  private String leader() {
    return tokens.of("ward-leader", "W01");
  }
}
