package org.heard.gateway.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.RecountPage;

/** A page of reports on whether what is counted is what there is to count. */
record RecountListView(
    List<Item> items,
    @Schema(description = "Reports on all pages", examples = "1") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One report. */
  @Schema(name = "RecountItem")
  record Item(
      @Schema(examples = "17") long id,
      @Schema(
              examples = "different",
              description =
                  "`running`; `equal`; `different`, before a rebuild if there was one; `failed`")
          String state,
      @Schema(description = "Whether what differed was replaced by what the facts say")
          boolean rebuild,
      @Schema(examples = "2026-10-06T02:40:00Z") Instant startedAt,
      @Schema(nullable = true, description = "null while it runs") Instant endedAt,
      @Schema(description = "Rows of counts, of all wards", examples = "48210") long comparedRows,
      @Schema(description = "Those that are wrong: must be 0", examples = "2") long differingRows,
      List<Rollup> rollups,
      @Schema(description = "The first ward-days that differ, of your organisations")
          List<WardDay> wardDays) {

    static Item of(RecountPage.Recount recount) {
      return new Item(
          recount.id(),
          recount.state(),
          recount.rebuild(),
          recount.startedAt(),
          recount.endedAt(),
          recount.comparedRows(),
          recount.differingRows(),
          recount.rollups().stream()
              .map(rows -> new Rollup(rows.rollup(), rows.comparedRows(), rows.differingRows()))
              .toList(),
          recount.wardDays().stream()
              .map(d -> new WardDay(d.rollup(), d.wardId(), d.day(), d.differingRows()))
              .toList());
    }
  }

  /** Rows of one kind of count. */
  @Schema(name = "RecountedRollup")
  record Rollup(
      @Schema(examples = "theme") String rollup,
      @Schema(examples = "31044") long comparedRows,
      @Schema(examples = "2") long differingRows) {}

  /** A ward's day on which counts are wrong. */
  @Schema(name = "DifferingWardDay")
  record WardDay(
      @Schema(examples = "theme") String rollup,
      @Schema(examples = "W01") String wardId,
      @Schema(examples = "2026-10-05") LocalDate day,
      @Schema(examples = "2") long differingRows) {}

  static RecountListView of(RecountPage page) {
    return new RecountListView(
        page.items().stream().map(Item::of).toList(), page.total(), page.next());
  }
}
