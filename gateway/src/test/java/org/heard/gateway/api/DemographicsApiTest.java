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
    // "other" and "not-said" have small cells; they have 5 and 6 together, and nobody to be taken
    // for.
    assertThat(answer.get("bands"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"band":"female",%1$s},
                 {"band":"male","responses":20,"positive":10,"percentPositive":50},
                 {"band":"other",%1$s},
                 {"band":"not-said",%1$s}]"""
                    .formatted(
                        """
                        "responses":null,"positive":null,"percentPositive":null,
                        "hidden":{"responses":"SMALL_CELL","positive":"SMALL_CELL",
                                  "percentPositive":"SMALL_CELL"}""")));
  }

  /** Alone it would be what the others leave of the whole, and of two one would be known to be. */
  @Test
  void aSmallBandTakesTheSmallestOthersWithIt() throws Exception {
    analytics.answer(
        ANALYTICS,
        200,
        Examples.DEMOGRAPHICS.replace(
            "\"responses\":7,\"positive\":1", "\"responses\":40,\"positive\":20"));
    assertThat(read("?by=sex").get("bands"))
        .extracting(band -> band.get("band").asText() + " " + band.get("responses"))
        .containsExactly("female null", "male null", "other null", "not-said 40");
  }

  /** Of a quarter that is over, too: whoever makes them change would see whose band it was. */
  @Test
  void whatChangesWithWhatAnAnalystDoesIsNotTold() throws Exception {
    String before = read("?by=sex").toString();
    analytics.answer(
        ANALYTICS,
        200,
        Examples.DEMOGRAPHICS
            .replace("\"commenting\":11,", "\"commenting\":12,")
            .replace("\"withShortfall\":5,", "\"withShortfall\":6,"));
    assertThat(read("?by=sex").toString()).isEqualTo(before);
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
          .allMatch(band -> band.size() == 4)
          .allMatch(band -> band.get("responses").isNull() && band.get("positive").isNull());
    }
  }

  private JsonNode read(String query) throws Exception {
    String body =
        get(tokens.of("quality-analyst"), PATH + query).then().statusCode(200).extract().asString();
    return JSON.readTree(body);
  }
}
