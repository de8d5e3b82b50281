package org.heard.analytics.comment;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of comments with a good score and a serious statement, and how many there are in each
 * period.
 *
 * @param periods oldest first; empty ones are listed with zero, and they add up to the total
 */
@Schema(name = "HiddenHarm")
record HiddenHarmView(List<CommentView> items, long total, String next, List<PeriodCount> periods) {
  /** For the description of the operations. */
  static final String WHAT =
      "Comments of submissions rated 1 or 2 whose worst statement is serious. What is withheld is"
          + " not among them.";

  /**
   * One period.
   *
   * @param to the last day, included
   */
  @Schema(name = "HiddenHarmPeriod")
  record PeriodCount(
      @Schema(examples = "2026-W40") String period, LocalDate from, LocalDate to, long comments) {}
}
