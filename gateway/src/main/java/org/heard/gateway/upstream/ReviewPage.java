package org.heard.gateway.upstream;

import java.time.Instant;
import java.util.List;

/** A page of comments whose tags a person is asked to judge. */
public record ReviewPage(List<Item> items, long total, String next) {

  /**
   * A comment with what the model said of it.
   *
   * @param sample {@code random} or {@code low-confidence}
   */
  public record Item(
      String commentId,
      String wardId,
      String question,
      Integer rating,
      String text,
      String language,
      String sample,
      List<CommentPage.Tag> tags) {}

  /** That a comment is reviewed. */
  public record Reviewed(
      String commentId, String sample, String modelVersion, Instant reviewedAt) {}
}
