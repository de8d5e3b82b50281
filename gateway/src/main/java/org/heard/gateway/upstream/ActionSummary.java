package org.heard.gateway.upstream;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a ward closes the loop, as far as its actions tell. */
@Schema(name = "ActionSummary")
public record ActionSummary(
    @Schema(description = "Actions of each status; all five are listed") Map<String, Long> byStatus,
    @Schema(examples = "1") long overdue,
    @Schema(examples = "2") long unmeasured,
    @Schema(description = "Statements that are public", examples = "3") long statements,
    ShortfallThemes shortfallThemes) {

  /**
   * Compassion themes in which something fell short in the last 13 weeks.
   *
   * @param from first week
   * @param to the current week
   */
  @Schema(name = "ShortfallThemes")
  public record ShortfallThemes(
      @Schema(examples = "2026-W35") String from,
      @Schema(examples = "2026-W47") String to,
      @Schema(description = "Those that an action names", examples = "3") long numerator,
      @Schema(description = "All of them", examples = "7") long denominator) {}
}
