package org.heard.feedback.json;

import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** How many entries of a list are asked for. */
public final class PageSize {
  /** Most entries of a page. */
  private static final int MAX = 200;

  private PageSize() {}

  /**
   * The number in a query parameter {@code limit}.
   *
   * @throws ProblemException {@code BAD_LIMIT} or {@code LIMIT_TOO_LARGE}
   */
  public static int of(String limit) {
    if (!limit.matches("0*[1-9][0-9]{0,8}")) {
      throw new ProblemException(ErrorCode.BAD_LIMIT, "limit is 1 to " + MAX + ".");
    }
    int rows = Integer.parseInt(limit);
    if (rows > MAX) {
      throw new ProblemException(ErrorCode.LIMIT_TOO_LARGE, "limit is 1 to " + MAX + ".");
    }
    return rows;
  }
}
