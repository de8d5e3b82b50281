package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DemographicsApiTest extends GatewayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/v1/wards/W01/demographics";
  private static final String ANALYTICS = "/v1/wards/W01/demographics";

  @Test
  void noCellAndNoRestIsSmall() throws Exception {
    JsonNode answer = read("?by=sex&period=2026-Q3");

    assertThat(answer.has("suppressed")).isFalse();
    assertThat(answer.get("period").asText()).isEqualTo("2026-Q3");
    // 4 of "other" and 1 of "not-said" are small; together they have 5 and 6.
    assertThat(answer.at("/bands/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"band":"female","responses":12,"positive":6,"percentPositive":50,
                 "commenting":11,"withShortfall":5,"shortfallRate":45}"""));
    // In comments, 0 and 1 are small; the smallest of the others has to go with them.
    assertThat(answer.at("/bands/1"))
        .isEqualTo(
            JSON.readTree(
                """
                {"band":"male","responses":20,"positive":10,"percentPositive":50,
                 "commenting":null,"withShortfall":null,"shortfallRate":null,
                 "hidden":{"commenting":"SMALL_CELL","withShortfall":"SMALL_CELL",
                           "shortfallRate":"SMALL_CELL"}}"""));
    for (int band = 2; band < 4; band++) {
      JsonNode row = answer.at("/bands/" + band);
      assertThat(row.properties().stream().filter(value -> value.getValue().isNull())).hasSize(6);
      assertThat(row.get("hidden")).hasSize(6).allMatch(why -> why.asText().equals("SMALL_CELL"));
    }
  }

  @Test
  void theQuestionGoesOnAndWhatIsNotAskedForIsRefused() throws Exception {
    read("?by=ethnicGroup&bucket=quarter&period=2026-Q3");
    assertThat(analytics.asked().get(1).uri().getQuery())
        .isEqualTo("by=ethnicGroup&bucket=quarter&period=2026-Q3");
    for (String bucket : new String[] {"day", "week", "month", "year"}) {
      isProblem(get(tokens.of("quality-analyst"), PATH + "?bucket=" + bucket), 400, "BAD_BUCKET");
    }
    analytics.answer(ANALYTICS, 400, "{\"code\":\"BAD_FILTER\",\"detail\":\"by one of\"}");
    isProblem(get(tokens.of("quality-analyst"), PATH + "?by=shoeSize"), 400, "BAD_FILTER");
  }

  /** Numbers that still grow tell by whom; and so do numbers that fall as retention ends. */
  @ParameterizedTest
  @CsvSource({
    // the day in the organisation's zone, what is said
    "2026-09-30, PERIOD_OPEN",
    "2026-07-01, PERIOD_OPEN",
    "2026-10-01,",
    "2028-02-21,",
    "2028-02-22, PERIOD_ENDED",
  })
  void aQuarterIsToldWhenItIsOverAndAsLongAsItsBandsStay(String today, String suppressed)
      throws Exception {
    analytics.answer(
        ANALYTICS, 200, Examples.DEMOGRAPHICS.replace("2026-10-19\",\"s", today + "\",\"s"));
    JsonNode answer = read("?by=sex");

    if (suppressed == null) {
      assertThat(answer.has("suppressed")).isFalse();
      assertThat(answer.at("/bands/1/responses").asInt()).isEqualTo(20);
    } else {
      assertThat(answer.get("suppressed").asText()).isEqualTo(suppressed);
      assertThat(answer.get("bands"))
          .allMatch(band -> band.size() == 7)
          .allMatch(band -> band.get("responses").isNull() && band.get("commenting").isNull());
    }
  }

  private JsonNode read(String query) throws Exception {
    String body =
        get(tokens.of("quality-analyst"), PATH + query).then().statusCode(200).extract().asString();
    return JSON.readTree(body);
  }
}
