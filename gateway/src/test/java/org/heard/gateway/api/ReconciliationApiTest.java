package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationApiTest extends GatewayTest {
  private static final String PATH = "/api/v1/reconciliation";

  @Test
  void mismatchesAreListed() {
    String token = tokens.of("admin");
    get(token, PATH + "?state=open&limit=1&cursor=c1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].wardId", equalTo("W01"))
        .body("items[0].day", equalTo("2026-10-05"))
        .body("items[0].state", equalTo("open"))
        .body("items[0].expected", equalTo(41))
        .body("items[0].found", equalTo(38))
        .body("items[0].firstSeenAt", equalTo("2026-10-06T01:15:35Z"))
        .body("items[0].resolvedAt", nullValue())
        .body("items[0].secretOfUpstream", nullValue())
        .body("total", equalTo(3))
        .body("next", equalTo("c2"));
    FakeAnalytics.Asked asked = analytics.asked().get(0);
    assertThat(asked.uri().getQuery()).contains("state=open", "limit=1", "cursor=c1");
    assertThat(asked.caller()).isEqualTo(token);
  }

  @Test
  void aWrongStateIsTheCallersMistake() {
    analytics.answer(
        "/v1/reconciliation", 400, "{\"code\":\"BAD_FILTER\",\"detail\":\"open or resolved\"}");
    isProblem(get(tokens.of("admin"), PATH + "?state=closed"), 400, "BAD_FILTER");
    isProblem(get(tokens.of("admin"), PATH + "?ward=W01"), 400, "UNKNOWN_PARAMETER");
  }
}
