package org.heard.gateway.upstream;

import java.time.LocalDate;
import java.util.List;

/** A page of comments with a good score and a serious statement, with counts by period. */
public record HiddenHarmPage(
    List<CommentPage.Comment> items, long total, String next, List<Period> periods) {

  /** How many there are in one period. */
  public record Period(String period, LocalDate from, LocalDate to, long comments) {}

  /** The comments alone. */
  public CommentPage comments() {
    return new CommentPage(items, total, next);
  }
}
