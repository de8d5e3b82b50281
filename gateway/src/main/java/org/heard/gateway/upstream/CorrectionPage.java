package org.heard.gateway.upstream;

import java.time.Instant;
import java.util.List;

/** A page of disputes of tags. */
public record CorrectionPage(List<Correction> items, long total, String next) {

  /**
   * That a tag is wrong or missing, as somebody says, and what became of it.
   *
   * @param evidence null once the comment has other words
   * @param decidedAt null while it is open
   * @param comment in lists alone, where the comment is shown
   */
  public record Correction(
      String id,
      String commentId,
      String wardId,
      String kind,
      String layer,
      String theme,
      String polarity,
      Span evidence,
      String state,
      Instant raisedAt,
      Instant decidedAt,
      Comment comment) {}

  /** UTF-16 offsets into the comment's text. */
  public record Span(int start, int end) {}

  /** What is disputed. */
  public record Comment(String question, Integer rating, String text) {}
}
