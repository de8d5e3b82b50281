package org.heard.gateway.insight;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.CommentPage;
import org.heard.gateway.upstream.HiddenHarmPage;

/** A page of comments with a good score and a serious statement. */
record HiddenHarmView(
    List<CommentListView.Item> items,
    @Schema(description = "Comments on all pages; what the periods add up to", examples = "3")
        long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true) String next,
    @Schema(description = "Oldest first; empty periods are listed") List<Period> periods) {

  /** How many there are in one period. */
  @Schema(name = "HiddenHarmPeriod")
  record Period(
      @Schema(examples = "2026-W40") String period,
      LocalDate from,
      @Schema(description = "The last day, included") LocalDate to,
      @Schema(examples = "1") long comments) {

    static Period of(HiddenHarmPage.Period counted) {
      return new Period(counted.period(), counted.from(), counted.to(), counted.comments());
    }
  }

  /** The page, with its comments as the caller may read them. */
  static HiddenHarmView of(CommentPage comments, HiddenHarmPage page) {
    CommentListView list = CommentListView.of(comments, page.comments());
    return new HiddenHarmView(
        list.items(), list.total(), list.next(), page.periods().stream().map(Period::of).toList());
  }
}
