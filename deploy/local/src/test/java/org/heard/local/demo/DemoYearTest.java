package org.heard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo year: the same again, within the rules of the door, like the real thing in numbers. */
class DemoYearTest {

  private static final Instant END = Instant.parse("2026-11-26T14:30:00Z");
  private static final int SEED = 7;

  private static DemoYear year;
  private static List<DemoFeedback> all;

  @BeforeAll
  static void write() {
    year = new DemoYear(SEED, END);
    all = written(year);
  }

  private static List<DemoFeedback> written(DemoYear year) {
    List<DemoFeedback> written = new ArrayList<>();
    year.write(written::add);
    return written;
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    List<String> again = lines(written(new DemoYear(SEED, END)));
    assertThat(again.equals(lines(all))).isTrue();
    assertThat(lines(written(year)).equals(again)).as("the same object a second time").isTrue();
  }

  @Test
  void anotherSeedGivesAnotherYear() {
    assertThat(new DemoYear(SEED + 1, END).size()).isNotEqualTo(all.size());
  }

  @ParameterizedTest
  @CsvSource({"8, 2027-01-01T00:05:00Z", "9, 2028-02-29T23:59:00Z", "10, 2026-03-29T01:30:00Z"})
  void everyLinePassesTheRulesOfTheDoor(long seed, Instant end) {
    DemoYear some = new DemoYear(seed, end);
    Instant first = some.firstDay().atStartOfDay(Form.ZONE).toInstant();
    List<DemoFeedback> written = written(some);
    assertThat(written).hasSize(some.size()).hasSizeBetween(19_000, 21_500);
    for (DemoFeedback feedback : written) {
      List<String> broken = violations(feedback.submission());
      Instant at = Instant.parse(feedback.submission().get("authoredAt").asText());
      if (!broken.isEmpty() || at.isBefore(first) || at.isAfter(end)) {
        fail(broken + " " + feedback.submission());
      }
    }
  }

  /** The rules of {@code POST /v1/feedback} as far as they can be broken here. */
  private static List<String> violations(JsonNode submission) {
    List<String> broken = new ArrayList<>();
    Set<String> fields = new HashSet<>();
    submission.fieldNames().forEachRemaining(fields::add);
    fields.removeAll(
        Set.of(
            "wardId",
            "rating",
            "answers",
            "language",
            "channel",
            "mode",
            "authoredAt",
            "respondent",
            "format",
            "consentToPublish",
            "demographics"));
    fields.forEach(field -> broken.add("unknown " + field));
    check(broken, submission, "wardId", DemoYear.wards().stream().map(DemoWard::id).toList());
    check(broken, submission, "rating", List.of("1", "2", "3", "4", "5", "6"));
    check(
        broken,
        submission,
        "channel",
        List.of("kiosk", "phone", "web", "paper", "sms", "telephone"));
    check(
        broken,
        submission,
        "mode",
        List.of(
            "sms",
            "electronic-discharge",
            "electronic-home",
            "paper-discharge",
            "paper-home",
            "telephone",
            "online"));
    check(
        broken, submission, "respondent", List.of("patient", "carer", "child", "with-staff-help"));
    check(broken, submission, "format", List.of("standard", "simple", "faces"));
    check(broken, submission, "language", List.of(Locale.getISOLanguages()));
    JsonNode bands = submission.path("demographics");
    check(
        broken,
        bands,
        "ageBand",
        List.of(
            "0-15",
            "16-24",
            "25-34",
            "35-44",
            "45-54",
            "55-64",
            "65-74",
            "75-84",
            "85+",
            "not-said"));
    check(broken, bands, "sex", List.of("female", "male", "other", "not-said"));
    check(
        broken,
        bands,
        "ethnicGroup",
        List.of("asian", "black", "mixed", "white", "other", "not-said"));
    check(broken, bands, "disability", List.of("yes", "no", "not-said"));
    JsonNode answers = submission.path("answers");
    if (answers.isEmpty() && !submission.has("rating")) {
      broken.add("neither rating nor text");
    }
    for (JsonNode answer : answers) {
      check(broken, answer, "question", List.of("good", "improve", "why"));
      String text = answer.path("text").asText();
      if (text.isBlank() || text.length() > 4000 || text.indexOf('{') >= 0) {
        broken.add("text");
      }
    }
    return broken;
  }

  private static void check(
      List<String> broken, JsonNode object, String field, List<String> allowed) {
    if (object.has(field) && !allowed.contains(object.get(field).asText())) {
      broken.add(field);
    }
  }

  @Test
  void commentsAreAsLongAsRealOnes() {
    List<Integer> words = texts(all).map(text -> text.split("\\s+").length).sorted().toList();
    assertThat(words.size()).as("comments").isBetween(15_000, 25_000);
    assertThat(words.get(words.size() / 2)).as("median").isBetween(5, 7);
    assertThat(words.stream().filter(count -> count <= 3).count() / (double) words.size())
        .as("three words or fewer")
        .isBetween(0.34, 0.43);
    assertThat(words.get(words.size() * 9 / 10)).as("90th percentile").isBetween(23, 33);
    assertThat(words.get(words.size() - 1)).as("longest").isGreaterThan(150);
  }

  @Test
  void ratingsAreAsGoodAsRealOnes() {
    assertThat(positive(all)).isBetween(0.93, 0.95);
    assertThat(positive(of("W06"))).as("emergency").isBetween(0.82, 0.89);
    assertThat(positive(of("W11"))).as("rehabilitation").isGreaterThan(0.95);
    assertThat(all.stream().map(DemoYearTest::rating).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 0);
  }

  @Test
  void theWeekHasItsRhythm() {
    assertThat(of("W08").stream().filter(on(DayOfWeek.SUNDAY))).isEmpty();
    assertThat(of("W08").stream().filter(on(DayOfWeek.TUESDAY)).count())
        .isGreaterThan(5 * of("W08").stream().filter(on(DayOfWeek.SATURDAY)).count());
    assertThat(of("W01").stream().filter(on(DayOfWeek.FRIDAY)).count())
        .isGreaterThan(of("W01").stream().filter(on(DayOfWeek.SUNDAY)).count() * 3 / 2);
    assertThat(of("W06")).anyMatch(feedback -> feedback.writtenAt().getHour() < 5);
  }

  @Test
  void aWardIsClosedForAFortnight() {
    LocalDate closed = monday().minusWeeks(20);
    assertThat(of("W02"))
        .noneMatch(feedback -> weekOf(feedback).equals(closed))
        .noneMatch(feedback -> weekOf(feedback).equals(closed.plusWeeks(1)))
        .anyMatch(feedback -> weekOf(feedback).equals(closed.minusWeeks(1)))
        .anyMatch(feedback -> weekOf(feedback).equals(closed.plusWeeks(2)));
  }

  @Test
  void aWardHasFewResponses() {
    long weeks =
        weekly(of("W10"), feedback -> rating(feedback) > 0).values().stream()
            .filter(responses -> responses < 10)
            .count();
    assertThat(weeks).isGreaterThanOrEqualTo(48);
  }

  /**
   * A run of seven above the mean: a special cause by the XmR rules of NHS England's Making Data
   * Count.
   */
  @Test
  void helpGetsHarderToFindOnW03BySpecialCause() {
    Map<LocalDate, Integer> weeks = weekly(of("W03"), about("responsive-help absent"));
    assertThat(runAtTheEnd(weeks)).isGreaterThanOrEqualTo(7);
    assertThat(year.stories().lastChange("W03")).isEqualTo(monday().minusWeeks(11));
  }

  @Test
  void nightsGetNoisierOnW07BySpecialCause() {
    assertThat(runAtTheEnd(weekly(of("W07"), about("noise-rest-and-comfort-of-space negative"))))
        .isGreaterThanOrEqualTo(7);
  }

  @Test
  void explainingImprovesOnW05FromTheDayOfTheAction() {
    LocalDate action = year.stories().lastChange("W05");
    assertThat(share("W05", "explaining-and-keeping-informed absent", action, false))
        .isGreaterThan(3 * share("W05", "explaining-and-keeping-informed absent", action, true));
    assertThat(share("W05", "explaining-and-keeping-informed present", action, true))
        .isGreaterThan(3 * share("W05", "explaining-and-keeping-informed present", action, false));
  }

  @Test
  void fivePeopleOfW09SpeakOfTheSameNight() {
    String night = year.stories().withNight("{night}");
    assertThat(night).startsWith("on Saturday night the ");
    List<DemoFeedback> told =
        of("W09").stream()
            .filter(feedback -> texts(List.of(feedback)).anyMatch(text -> text.contains(night)))
            .toList();
    assertThat(told).hasSize(5);
    assertThat(told)
        .allMatch(feedback -> feedback.writtenAt().toLocalDate().isAfter(year.stories().night()));
    assertThat(told.stream().map(DemoYearTest::weekOf).distinct()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void harmHidesBehindVeryGoodOnW11() {
    assertThat(of("W11").stream().filter(about("planted word for word")))
        .hasSize(6)
        .allMatch(feedback -> rating(feedback) == 1);
  }

  @Test
  void peopleWriteInOtherLanguagesAndNameStaffAndBeds() {
    String text = texts(all).collect(Collectors.joining("\n"));
    assertThat(text).contains("Pielęgniarki", "شكرا", "👍", "bay ", "bed 1");
    for (DemoWard ward : DemoYear.wards()) {
      assertThat(ward.staff()).allMatch(text::contains);
    }
  }

  private static List<String> lines(List<DemoFeedback> feedback) {
    return feedback.stream().map(each -> each.submission().toString()).toList();
  }

  private static List<DemoFeedback> of(String ward) {
    return all.stream().filter(feedback -> feedback.wardId().equals(ward)).toList();
  }

  private static Stream<String> texts(List<DemoFeedback> feedback) {
    return feedback.stream()
        .map(each -> each.submission().path("answers"))
        .flatMap(
            answers -> {
              List<String> texts = new ArrayList<>();
              answers.forEach(answer -> texts.add(answer.get("text").asText()));
              return texts.stream();
            });
  }

  /** 0 where there is none. */
  private static int rating(DemoFeedback feedback) {
    return feedback.submission().path("rating").asInt();
  }

  private static double positive(List<DemoFeedback> feedback) {
    List<Integer> ratings =
        feedback.stream().map(DemoYearTest::rating).filter(rating -> rating > 0).toList();
    return ratings.stream().filter(rating -> rating <= 2).count() / (double) ratings.size();
  }

  private static Predicate<DemoFeedback> on(DayOfWeek day) {
    return feedback -> feedback.writtenAt().getDayOfWeek() == day;
  }

  private static Predicate<DemoFeedback> about(String topic) {
    return feedback -> feedback.topics().contains(topic);
  }

  private static LocalDate monday() {
    return year.lastDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static LocalDate weekOf(DemoFeedback feedback) {
    LocalDateTime at = feedback.writtenAt();
    return at.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Counts of all whole weeks of the year. */
  private static Map<LocalDate, Integer> weekly(
      List<DemoFeedback> feedback, Predicate<DemoFeedback> which) {
    Map<LocalDate, Integer> weeks = new TreeMap<>();
    LocalDate first = year.firstDay().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (int i = 0; i < ChronoUnit.WEEKS.between(first, monday()); i++) {
      weeks.put(first.plusWeeks(i), 0);
    }
    feedback.stream()
        .filter(which)
        .forEach(each -> weeks.computeIfPresent(weekOf(each), (week, count) -> count + 1));
    return weeks;
  }

  private static int runAtTheEnd(Map<LocalDate, Integer> weeks) {
    double mean = weeks.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
    int run = 0;
    for (int count : weeks.values()) {
      run = count > mean ? run + 1 : 0;
    }
    return run;
  }

  private static double share(String ward, String topic, LocalDate change, boolean after) {
    List<DemoFeedback> part =
        of(ward).stream()
            .filter(each -> each.writtenAt().toLocalDate().isBefore(change) != after)
            .toList();
    return part.stream().filter(about(topic)).count() / (double) part.size();
  }
}
