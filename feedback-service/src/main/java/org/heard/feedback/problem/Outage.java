package org.heard.feedback.problem;

import java.sql.SQLException;

/** Tells a database that is not there from a request that cannot be done. */
public final class Outage {
  private Outage() {}

  /**
   * Whether a failure comes from a database that is down, restarting, full or out of connections
   * (or this service itself for the moment; SQLSTATE classes 08, 53, 57, 58; Agroal reports an
   * exhausted pool without a state).
   */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem.problem().code() == ErrorCode.UNAVAILABLE;
      }
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.matches("(08|53|57|58).*");
      }
    }
    return false;
  }
}
