package org.heard.analytics.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a recount found. Rows are those of the whole service; ward-days are the caller's only.
 *
 * @param endedAt null while it runs
 */
@Schema(name = "Recount")
record RecountView(
    @Schema(examples = "17") long id,
    @Schema(
            examples = "different",
            description =
                "running; equal; different, before a rebuild if there was one; or failed: see the"
                    + " log")
        String state,
    @Schema(description = "Whether the rollups were replaced by what the facts say")
        boolean rebuild,
    @Schema(examples = "2026-10-06T02:40:00Z") Instant startedAt,
    @Schema(nullable = true, examples = "2026-10-06T02:40:09Z") Instant endedAt,
    @Schema(examples = "48210", description = "Rollup rows compared with the facts")
        long comparedRows,
    @Schema(examples = "2", description = "Rows that said something else; must be 0")
        long differingRows,
    List<RollupRows> rollups,
    @Schema(description = "The first ward-days that differ, at most heard.counting.report-limit")
        List<WardDay> wardDays) {

  /** Rows of one rollup. */
  @Schema(name = "RecountedRollup")
  record RollupRows(
      @Schema(examples = "theme") String rollup,
      @Schema(examples = "31044") long comparedRows,
      @Schema(examples = "2") long differingRows) {}

  /** A ward's day on which a rollup differs. */
  @Schema(name = "DifferingWardDay")
  record WardDay(
      @Schema(examples = "theme") String rollup,
      @Schema(examples = "W01") String wardId,
      @Schema(examples = "2026-10-05") LocalDate day,
      @Schema(examples = "2") long differingRows) {}
}
