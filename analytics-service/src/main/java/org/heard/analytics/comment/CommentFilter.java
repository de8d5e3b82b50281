package org.heard.analytics.comment;

import java.util.Arrays;
import org.heard.analytics.counting.Periods;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Themes;

/**
 * Which comments of a ward are asked for; a null is no condition.
 *
 * @param q words as typed into a search box
 */
record CommentFilter(String theme, String polarity, Integer rating, String q, Periods periods) {
  /** A search box, not a document: a longer query finds nothing and costs much. */
  private static final int MAX_QUERY = 200;

  /** Checks what was asked; {@code BAD_FILTER} for what cannot be. */
  static CommentFilter of(String theme, String polarity, String rating, String q, Periods periods) {
    require(theme == null || Themes.of(theme).isPresent(), "theme is not a theme's code.");
    require(polarity == null || isPolarity(polarity), "polarity is not a polarity's code.");
    require(rating == null || rating.matches("[1-6]"), "rating is 1 to 6.");
    require(q == null || q.length() <= MAX_QUERY, "q has at most " + MAX_QUERY + " characters.");
    return new CommentFilter(
        theme,
        polarity,
        rating == null ? null : Integer.valueOf(rating),
        q == null || q.isBlank() ? null : q,
        periods);
  }

  private static boolean isPolarity(String code) {
    return Arrays.stream(Polarity.values()).anyMatch(polarity -> polarity.code().equals(code));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ProblemException(ErrorCode.BAD_FILTER, otherwise);
    }
  }
}
