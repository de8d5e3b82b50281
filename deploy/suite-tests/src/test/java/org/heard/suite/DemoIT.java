package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heard.suite.checker.Databases;
import org.heard.suite.checker.VaultKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/up as a newcomer runs it: with the demo year. */
class DemoIT {
  private static final Pattern LOADED =
      Pattern.compile("Demo feedback loaded: ([0-9,]+) submissions\\.");
  private static final Pattern SPAN =
      Pattern.compile("Demo feedback: ([0-9,]+) submissions from (\\S+) to (\\S+) on 12 wards");

  @TempDir Path folder;

  @Test
  void theFirstStartLoadsAYearAndTheSecondLeavesItAlone() throws SQLException {
    Path data = folder.resolve("data");
    int submissions;
    try (RunningSuite suite = RunningSuite.startWithDemo(data)) {
      Matcher span = told(suite);
      assertThat(suite.said())
          .containsPattern(LOADED)
          .doesNotContain("Demo feedback is not complete");
      submissions = number(span.group(1));
      assertThat(submissions).isBetween(19_000, 21_500);
      assertThat(submissions(suite, span)).isEqualTo(submissions);
      assertHelpGetsHarderToFind(suite, span);
      assertClosedForAFortnight(suite);
      assertTheNightIsHeldForReview(suite);
    }
    try (RunningSuite suite = RunningSuite.startWithDemo(data)) {
      Matcher span = told(suite);
      assertThat(suite.said()).doesNotContain("Loading demo feedback");
      assertThat(submissions(suite, span)).isEqualTo(submissions);
    }
  }

  /** Waits until {@code up} says where to look. */
  private static Matcher told(RunningSuite suite) {
    await()
        .atMost(RunningSuite.READY_BOUND)
        .until(
            () ->
                SPAN.matcher(suite.said()).find()
                    || suite.said().contains("Demo feedback is not complete"));
    Matcher span = SPAN.matcher(suite.said());
    assertThat(span.find()).as(suite::said).isTrue();
    return span;
  }

  private static int submissions(RunningSuite suite, Matcher span) {
    String analyst = suite.token("quality-analyst");
    int sum = 0;
    for (int ward = 1; ward <= 12; ward++) {
      for (JsonNode month : months(suite, "W%02d".formatted(ward), span, analyst)) {
        sum += month.get("submissions").asInt();
      }
    }
    return sum;
  }

  private static JsonNode months(RunningSuite suite, String ward, Matcher span, String token) {
    String path =
        "/wards/%s/insights?bucket=month&from=%s&to=%s"
            .formatted(ward, month(span.group(2)), month(span.group(3)));
    return suite.gateway(path, token).get("periods");
  }

  /** Planted eleven weeks ago, so at least the last two whole months are all of it. */
  private static void assertHelpGetsHarderToFind(RunningSuite suite, Matcher span) {
    String leader = suite.token("ward-leader", "--units", "W03");
    List<Integer> counts = new ArrayList<>();
    for (JsonNode month : months(suite, "W03", span, leader)) {
      int missing = 0;
      for (JsonNode row : month.get("themes")) {
        if (row.get("theme").asText().equals("responsive-help")
            && row.get("polarity").asText().equals("absent")) {
          missing = row.get("numerator").asInt();
        }
      }
      counts.add(missing);
    }
    assertThat(counts).hasSize(13);
    double before = counts.subList(1, 9).stream().mapToInt(Integer::intValue).average().orElse(0);
    assertThat(counts.get(11)).as("of %s", counts).isGreaterThan(5);
    assertThat((double) counts.get(11)).as("of %s", counts).isGreaterThan(2 * before);
  }

  private static void assertClosedForAFortnight(RunningSuite suite) {
    String leader = suite.token("ward-leader", "--units", "W02");
    List<Integer> weeks = new ArrayList<>();
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    String path =
        "/wards/W02/insights?bucket=week&from=%s&to=%s"
            .formatted(week(today.minusWeeks(22)), week(today.minusWeeks(16)));
    suite
        .gateway(path, leader)
        .get("periods")
        .forEach(week -> weeks.add(week.get("submissions").asInt()));
    assertThat(weeks).hasSize(7);
    assertThat(weeks.stream().filter(count -> count == 0)).as("of %s", weeks).hasSize(2);
  }

  /**
   * Five people speak of one night seven weeks ago: a person must look at each before others do.
   */
  private static void assertTheNightIsHeldForReview(RunningSuite suite) throws SQLException {
    VaultKeys vault = new VaultKeys(suite);
    Set<String> said =
        new Databases(suite)
                .query(
                    "feedback",
                    "select id, key_id, sealed from submission join sealed on submission_id = id"
                        + " where purpose = 'answers' and ward_id = 'W09'",
                    row -> ofTheNight(vault, row))
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    assertThat(said).hasSize(5);
    String leader = suite.token("ward-leader", "--units", "W09");
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    Map<String, String> withheld = new HashMap<>();
    for (int before = 0; before <= 8; before++) {
      String path = "/wards/W09/comments?limit=200&bucket=week&period=";
      for (JsonNode comment :
          suite.gateway(path + week(today.minusWeeks(before)), leader).get("items")) {
        if (said.contains(comment.get("id").asText())) {
          withheld.put(comment.get("id").asText(), comment.path("withheld").asText());
        }
      }
    }
    assertThat(withheld.keySet()).isEqualTo(said);
    assertThat(withheld.values()).containsOnly("IN_REVIEW");
  }

  /** The ids of a submission's comments that speak of the night. */
  private static List<String> ofTheNight(VaultKeys vault, ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    List<String> texts = vault.texts(id, row.getString(2), row.getBytes(3));
    return IntStream.range(0, texts.size())
        .filter(i -> texts.get(i).matches("(?s).*night the [0-9].*"))
        .mapToObj(i -> id + "-" + (i + 1))
        .toList();
  }

  private static String week(LocalDate day) {
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static YearMonth month(String day) {
    return YearMonth.from(LocalDate.parse(day));
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }
}
