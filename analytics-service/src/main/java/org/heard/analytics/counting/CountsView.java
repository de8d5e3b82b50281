package org.heard.analytics.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Exact counts of a ward, period by period, oldest first; empty periods are listed with zeros.
 *
 * @param snapshotAt when they were read
 */
@Schema(name = "Counts")
record CountsView(
    WardName ward,
    @Schema(examples = "week") String bucket,
    List<PeriodCounts> periods,
    @Schema(examples = "compassion-1.0") String taxonomyVersion,
    String modelVersion,
    Instant snapshotAt) {

  /** The ward; site and organisation are ids. */
  record WardName(
      @Schema(examples = "W01") String id,
      @Schema(examples = "Ash Ward") String name,
      @Schema(examples = "S01") String site,
      @Schema(examples = "O01") String organisation) {}

  /**
   * One period.
   *
   * @param to the last day, included
   * @param submissions all, with a rating or without
   * @param ratings submissions by rating, 1 very good to 6 don't know; all six are listed
   * @param comments answered questions
   * @param withContent comments that say something in a language that is read
   * @param withheld comments that are counted but not shown
   * @param corrections what people have corrected on these comments
   */
  record PeriodCounts(
      @Schema(examples = "2026-W40") String period,
      LocalDate from,
      LocalDate to,
      long submissions,
      Map<String, Long> ratings,
      long comments,
      long withContent,
      long withheld,
      List<ThemeCount> themes,
      Corrections corrections) {}

  /**
   * Accepted corrections of comments that are counted here, whenever they were made.
   *
   * @param net tags added minus tags taken away
   */
  @Schema(name = "CorrectionCounts")
  record Corrections(@Schema(examples = "3") long count, @Schema(examples = "-1") long net) {}

  /** Distinct comments with a tag; {@code polarity} is null in the layer general. */
  record ThemeCount(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(examples = "absent", nullable = true) String polarity,
      long numerator) {}
}
