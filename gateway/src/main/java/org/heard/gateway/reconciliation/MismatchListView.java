package org.heard.gateway.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.MismatchPage;

/** A page of ward-days of which not everything has arrived. */
record MismatchListView(
    List<Item> items,
    @Schema(description = "Mismatches on all pages", examples = "1") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {

  /** One ward-day; the numbers tell of the moment {@code asOf}. */
  @Schema(name = "MismatchItem")
  record Item(
      @Schema(examples = "W01") String wardId,
      @Schema(examples = "2026-10-05", description = "In the organisation's time zone")
          LocalDate day,
      @Schema(examples = "open", description = "`open` or `resolved`") String state,
      @Schema(examples = "41", description = "Submissions received") long expected,
      @Schema(
              examples = "38",
              description = "Submissions counted; an equal number: not the same ones")
          long found,
      @Schema(examples = "2026-10-06T01:14:00Z") Instant asOf,
      @Schema(examples = "2026-10-06T01:15:35Z") Instant firstSeenAt,
      @Schema(examples = "2026-10-06T01:20:05Z") Instant lastSeenAt,
      @Schema(nullable = true, description = "null while it is open") Instant resolvedAt) {

    static Item of(MismatchPage.Mismatch mismatch) {
      return new Item(
          mismatch.wardId(),
          mismatch.day(),
          mismatch.state(),
          mismatch.expected(),
          mismatch.found(),
          mismatch.asOf(),
          mismatch.firstSeenAt(),
          mismatch.lastSeenAt(),
          mismatch.resolvedAt());
    }
  }

  static MismatchListView of(MismatchPage page) {
    return new MismatchListView(
        page.items().stream().map(Item::of).toList(), page.total(), page.next());
  }
}
