package org.heard.analytics.paging;

import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** How many items of a list are asked for. */
public final class Limit {
  private static final int DEFAULT = 50;

  /** The contract's: a page is read by a person or by a client that can go on. */
  private static final int MAX = 200;

  private Limit() {}

  /** The limit in this parameter, the default for null. */
  public static int of(String parameter) {
    if (parameter == null) {
      return DEFAULT;
    }
    if (!parameter.matches("[0-9]{1,18}") || Long.parseLong(parameter) == 0) {
      throw new ProblemException(ErrorCode.BAD_LIMIT, "Send a whole number from 1 to " + MAX + ".");
    }
    if (Long.parseLong(parameter) > MAX) {
      throw new ProblemException(ErrorCode.LIMIT_TOO_LARGE, "At most " + MAX + " a page.");
    }
    return Integer.parseInt(parameter);
  }
}
