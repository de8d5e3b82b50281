package org.heard.analytics.counting;

import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** The question that counted comments answer. */
final class AskedQuestion {
  /** The contract's. */
  static final List<String> ALL = List.of("good", "improve", "why");

  private AskedQuestion() {}

  /** The question of this filter, null for null, else {@code BAD_FILTER}. */
  static String of(String filter) {
    if (filter != null && !ALL.contains(filter)) {
      throw new ProblemException(
          ErrorCode.BAD_FILTER, "The question is " + String.join(", ", ALL) + ".");
    }
    return filter;
  }
}
