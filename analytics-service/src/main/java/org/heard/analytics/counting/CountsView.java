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
   * @param modes the same by how they were collected; modes without a rating are left out
   * @param comments answered questions
   * @param withContent comments that say something in a language that is read
   * @param withheld comments that are counted but not shown
   * @param lowConfidence comments with content whose least sure tag is below the setting
   * @param questions comments by question; all three are listed
   * @param languages comments by the language they were written in, {@code und} where not known
   * @param withheldLanguages those of them that are withheld
   * @param anyShortfall comments in which anything of compassion is absent
   * @param corrections what people have corrected on these comments
   */
  record PeriodCounts(
      @Schema(examples = "2026-W40") String period,
      LocalDate from,
      LocalDate to,
      long submissions,
      @Schema(examples = "{\"1\": 25, \"2\": 9, \"3\": 3, \"4\": 1, \"5\": 1, \"6\": 1}")
          Map<String, Long> ratings,
      @Schema(
              examples =
                  "{\"online\": {\"1\": 25, \"2\": 9, \"3\": 3, \"4\": 1, \"5\": 1, \"6\": 1}}")
          Map<String, Map<String, Long>> modes,
      long comments,
      long withContent,
      long withheld,
      long lowConfidence,
      @Schema(examples = "{\"good\": 30, \"improve\": 20, \"why\": 1}") Map<String, Long> questions,
      @Schema(examples = "{\"en\": 49, \"pl\": 2}") Map<String, Long> languages,
      @Schema(examples = "{\"pl\": 1}") Map<String, Long> withheldLanguages,
      long anyShortfall,
      List<PillarCount> pillars,
      List<ThemeCount> themes,
      Corrections corrections) {}

  /**
   * Accepted corrections of comments that are counted here, whenever they were made.
   *
   * @param net tags that were to be added minus tags that were to go
   */
  @Schema(name = "CorrectionCounts")
  record Corrections(@Schema(examples = "3") long count, @Schema(examples = "-1") long net) {}

  /** Distinct comments with any theme of a pillar in this polarity. */
  record PillarCount(
      @Schema(examples = "Attending") String pillar,
      @Schema(examples = "absent") String polarity,
      long numerator) {}

  /** Distinct comments with a tag; {@code polarity} is null in the layer general. */
  record ThemeCount(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(examples = "absent", nullable = true) String polarity,
      long numerator) {}
}
