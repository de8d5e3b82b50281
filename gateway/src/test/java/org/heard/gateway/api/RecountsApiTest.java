package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecountsApiTest extends GatewayTest {
  private static final String PATH = "/api/v1/recounts";

  @Test
  void reportsAreListed() {
    get(tokens.of("admin"), PATH + "?limit=1&cursor=c1")
        .then()
        .statusCode(200)
        .body("items[0].id", equalTo(17))
        .body("items[0].state", equalTo("different"))
        .body("items[0].differingRows", equalTo(2))
        .body("items[0].rollups[0].comparedRows", equalTo(31044))
        .body("items[0].wardDays[0].wardId", equalTo("W01"))
        .body("items[0].wardDays[0].day", equalTo("2026-10-05"))
        .body("items[0].secretOfUpstream", nullValue())
        .body("total", equalTo(3))
        .body("next", equalTo("c2"));
    assertThat(analytics.asked().get(0).uri().getQuery()).contains("limit=1", "cursor=c1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}|false", "{\"rebuild\": false}|false", "{\"rebuild\": true}|true"})
  void oneIsStarted(String body, boolean rebuild) {
    post(tokens.of("admin"), PATH, body).then().statusCode(202).body("id", equalTo(17));
    assertThat(analytics.asked().get(0).body()).isEqualTo("{\"rebuild\":" + rebuild + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "true", "{\"rebuild\":1}", "{\"rebuild\":true,\"ward\":\"W01\"}", "{"})
  void whatCannotBeReadStartsNothing(String body) {
    isProblem(post(tokens.of("admin"), PATH, body), 400, "BAD_REQUEST");
    assertThat(analytics.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "409, RECOUNT_RUNNING, 409, RECOUNT_RUNNING",
    "409, OTHER,           500, INTERNAL",
    "400, WRONG_TYPE,      500, INTERNAL",
    "422, UNKNOWN_FIELD,   500, INTERNAL",
    "413, BODY_TOO_LARGE,  500, INTERNAL",
  })
  void refusalsAreRelayedFromAClosedList(int status, String code, int told, String toldCode) {
    analytics.answer(
        "/v1/recounts", status, "{\"code\":\"%s\",\"detail\":\"later\"}".formatted(code));
    isProblem(post(tokens.of("admin"), PATH, "{\"rebuild\":true}"), told, toldCode);
  }
}
