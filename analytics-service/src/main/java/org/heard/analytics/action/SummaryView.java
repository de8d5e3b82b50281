package org.heard.analytics.action;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a ward closes the loop, as far as actions tell. */
@Schema(name = "ActionSummary")
record SummaryView(
    @Schema(description = "Actions of each status; all five are listed") Map<String, Long> byStatus,
    @Schema(examples = "1") long overdue,
    @Schema(examples = "2") long unmeasured,
    @Schema(description = "Statements that are public", examples = "3") long statements,
    ShortfallThemes shortfallThemes) {

  /**
   * Themes in which something fell short, and for how many of them something is done.
   *
   * @param numerator those that an action names, open or changed in these weeks
   * @param denominator those that at least one comment of these weeks names
   */
  @Schema(name = "ShortfallThemes")
  record ShortfallThemes(
      @Schema(description = "First week", examples = "2026-W35") String from,
      @Schema(description = "The current week", examples = "2026-W47") String to,
      @Schema(examples = "3") long numerator,
      @Schema(examples = "7") long denominator) {}
}
