package org.heard.gateway.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.disclosure.Disclosed;
import org.heard.gateway.disclosure.HiddenCode;
import org.heard.gateway.disclosure.InsideDisclosure;
import org.heard.gateway.disclosure.Interval;
import org.heard.gateway.upstream.WardCounts;

/** What the ward's feedback says, period by period, oldest first. */
record InsightView(
    Ward ward,
    @Schema(examples = "week") String bucket,
    List<Period> periods,
    @Schema(examples = "compassion-1.0") String taxonomyVersion,
    String modelVersion,
    @Schema(description = "When the counts were read") Instant snapshotAt) {
  private static final String UNKNOWN_LANGUAGE = "und";

  /** The ward; site and organisation are ids. */
  record Ward(
      @Schema(examples = "W01") String id,
      @Schema(examples = "Ash") String name,
      @Schema(examples = "S01") String site,
      @Schema(examples = "O01") String organisation) {

    static Ward of(WardCounts.Ward ward) {
      return new Ward(ward.id(), ward.name(), ward.site(), ward.organisation());
    }
  }

  /** One period: exact counts, and rates where enough responses stand behind them. */
  record Period(
      @Schema(examples = "2026-W40") String period,
      @Schema(description = "First day") LocalDate from,
      @Schema(description = "Last day") LocalDate to,
      @Schema(description = "Everything submitted", examples = "44") long submissions,
      @Schema(description = "Submissions with a rating 1-6", examples = "40") long responses,
      @Schema(
              description = "Responses by rating: 1 very good ... 5 very poor, 6 don't know",
              examples = "{\"1\":25,\"2\":9,\"3\":3,\"4\":1,\"5\":1,\"6\":1}")
          Map<String, Long> ratings,
      @Schema(
              description =
                  "(ratings 1 + 2) / responses in whole per cent 0-100, halves upwards;"
                      + " null and named in `hidden` below 10 responses",
              nullable = true,
              examples = "85")
          Integer percentPositive,
      @Schema(nullable = true) Interval interval,
      @Schema(description = "Answered questions", examples = "51") long comments,
      @Schema(description = "Comments that say something in a supported language", examples = "46")
          long withContent,
      @Schema(description = "Comments held back from view, still counted", examples = "1")
          long withheld,
      @Schema(description = "Tags found at least once") List<Theme> themes,
      @Schema(
              description = "Responses by how they were collected; modes with none are left out",
              examples = "{\"online\":{\"1\":25,\"2\":9,\"3\":3,\"4\":1,\"5\":1,\"6\":1}}")
          Map<String, Map<String, Long>> modes,
      @Schema(
              description = "Comments with content whose tags somebody should look at",
              examples = "4")
          long lowConfidence,
      @Schema(
              description = "Comments by the question they answer",
              examples = "{\"good\":30,\"improve\":20,\"why\":1}")
          Map<String, Long> questions,
      @Schema(
              description =
                  "Comments by the language they were written in, `und` where it is not known or"
                      + " the comment is held back",
              examples = "{\"en\":50,\"und\":1}")
          Map<String, Long> languages,
      @Schema(description = "Comments in which anything of compassion is missing or asked for")
          Share anyShortfall,
      @Schema(description = "Pillars found at least once") List<Pillar> pillars,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description = "Why a value of this period is null",
              examples = "{\"percentPositive\":\"LOW_N\",\"interval\":\"LOW_N\"}")
          Map<String, HiddenCode> hidden,
      @Schema(description = "What people have corrected on these comments")
          Corrections corrections) {}

  /** Accepted corrections of comments counted in the period, whenever they were made. */
  @Schema(name = "CorrectionCounts")
  record Corrections(
      @Schema(description = "Accepted corrections", examples = "3") long count,
      @Schema(
              description = "Tags that were to be added minus tags that were to go",
              examples = "-1")
          long net) {

    static Corrections of(WardCounts.Corrections counted) {
      return new Corrections(counted.count(), counted.net());
    }
  }

  /** A part of the comments with content. */
  record Share(
      @Schema(examples = "9") long numerator,
      @Schema(description = "Comments with content", examples = "46") long denominator,
      @Schema(
              description =
                  "numerator / denominator in whole per cent 0-100, halves upwards; null and named"
                      + " in `hidden` below 10 comments with content",
              nullable = true,
              examples = "20")
          Integer rate,
      @Schema(nullable = true) Interval interval,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description = "Why a value is null",
              examples = "{\"rate\":\"LOW_N\",\"interval\":\"LOW_N\"}")
          Map<String, HiddenCode> hidden) {}

  /** How many comments of the period have any theme of a pillar. */
  record Pillar(
      @Schema(examples = "Attending") String pillar,
      @Schema(examples = "absent") String polarity,
      @Schema(
              description = "Distinct comments: less than its themes add up to where one has two",
              examples = "12")
          long numerator,
      @Schema(description = "Comments with content", examples = "46") long denominator,
      @Schema(description = "As for a theme", nullable = true, examples = "26") Integer rate,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description = "Why a value of this row is null",
              examples = "{\"rate\":\"LOW_N\"}")
          Map<String, HiddenCode> hidden) {}

  /** How many comments of the period carry a tag. */
  record Theme(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(nullable = true, examples = "present") String polarity,
      @Schema(description = "Distinct comments with this tag", examples = "12") long numerator,
      @Schema(description = "Comments with content", examples = "46") long denominator,
      @Schema(
              description =
                  "numerator / denominator in whole per cent 0-100, halves upwards;"
                      + " null and named in `hidden` below 10 comments with content",
              nullable = true,
              examples = "26")
          Integer rate,
      @JsonInclude(JsonInclude.Include.NON_EMPTY)
          @Schema(
              description = "Why a value of this row is null",
              examples = "{\"rate\":\"LOW_N\"}")
          Map<String, HiddenCode> hidden) {}

  /** What may be said of these counts. */
  static InsightView of(WardCounts counts, InsideDisclosure disclosure) {
    return new InsightView(
        Ward.of(counts.ward()),
        counts.bucket(),
        counts.periods().stream().map(period -> period(period, disclosure)).toList(),
        counts.taxonomyVersion(),
        counts.modelVersion(),
        counts.snapshotAt());
  }

  private static Period period(WardCounts.Period counted, InsideDisclosure disclosure) {
    Map<String, Long> ratings = everyRating(counted.ratings());
    long responses = ratings.values().stream().mapToLong(Long::longValue).sum();
    // Percentage positive of the Friends and Family Test: 3 and 6 stay in the denominator.
    long positive = ratings.get("1") + ratings.get("2");
    Disclosed<Integer> percent = disclosure.percent(positive, responses);
    Disclosed<Interval> interval = disclosure.interval(positive, responses);
    Map<String, HiddenCode> hidden = new LinkedHashMap<>();
    percent.nameIn(hidden, "percentPositive");
    interval.nameIn(hidden, "interval");
    return new Period(
        counted.period(),
        counted.from(),
        counted.to(),
        counted.submissions(),
        responses,
        ratings,
        percent.value(),
        interval.value(),
        counted.comments(),
        counted.withContent(),
        counted.withheld(),
        themes(counted, disclosure),
        counted.modes(),
        counted.lowConfidence(),
        counted.questions(),
        languages(counted),
        share(counted.anyShortfall(), counted.withContent(), disclosure),
        pillars(counted, disclosure),
        hidden,
        Corrections.of(counted.corrections()));
  }

  private static Map<String, Long> languages(WardCounts.Period counted) {
    Map<String, Long> told = new TreeMap<>(counted.languages());
    counted
        .withheldLanguages()
        .forEach(
            (language, held) -> {
              told.merge(language, -held, Long::sum);
              told.merge(UNKNOWN_LANGUAGE, held, Long::sum);
            });
    told.values().removeIf(comments -> comments == 0);
    return told;
  }

  private static Share share(long part, long whole, InsideDisclosure disclosure) {
    Disclosed<Integer> rate = disclosure.percent(part, whole);
    Disclosed<Interval> interval = disclosure.interval(part, whole);
    Map<String, HiddenCode> hidden = new LinkedHashMap<>();
    rate.nameIn(hidden, "rate");
    interval.nameIn(hidden, "interval");
    return new Share(part, whole, rate.value(), interval.value(), hidden);
  }

  private static List<Pillar> pillars(WardCounts.Period counted, InsideDisclosure disclosure) {
    return counted.pillars().stream()
        .filter(pillar -> pillar.numerator() > 0)
        .map(pillar -> pillar(pillar, counted.withContent(), disclosure))
        .toList();
  }

  private static Pillar pillar(
      WardCounts.Pillar pillar, long withContent, InsideDisclosure disclosure) {
    Disclosed<Integer> rate = disclosure.percent(pillar.numerator(), withContent);
    Map<String, HiddenCode> hidden = new LinkedHashMap<>();
    rate.nameIn(hidden, "rate");
    return new Pillar(
        pillar.pillar(), pillar.polarity(), pillar.numerator(), withContent, rate.value(), hidden);
  }

  private static List<Theme> themes(WardCounts.Period counted, InsideDisclosure disclosure) {
    return counted.themes().stream()
        .filter(theme -> theme.numerator() > 0)
        .map(theme -> theme(theme, counted.withContent(), disclosure))
        .toList();
  }

  private static Theme theme(WardCounts.Theme tag, long withContent, InsideDisclosure disclosure) {
    // "no-content" and "unsupported-language" lie outside the comments with content by definition
    // and may outnumber them.
    Disclosed<Integer> rate = disclosure.percent(tag.numerator(), withContent);
    Map<String, HiddenCode> hidden = new LinkedHashMap<>();
    rate.nameIn(hidden, "rate");
    return new Theme(
        tag.layer(),
        tag.theme(),
        tag.polarity(),
        tag.numerator(),
        withContent,
        rate.value(),
        hidden);
  }

  private static Map<String, Long> everyRating(Map<String, Long> counted) {
    Map<String, Long> ratings = new LinkedHashMap<>();
    IntStream.rangeClosed(1, 6)
        .mapToObj(Integer::toString)
        .forEach(rating -> ratings.put(rating, counted.getOrDefault(rating, 0L)));
    return ratings;
  }
}
