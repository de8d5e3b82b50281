package org.heard.feedback.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that is not there from a request that cannot be done. */
public final class Outage {
  private Outage() {}

  /**
   * Whether a failure comes from a database that is down, restarting, full, out of connections or
   * at odds with itself over two transactions (or this service itself for the moment; SQLSTATE
   * classes 08, 40, 53, 57, 58; Agroal reports an exhausted pool without a state), or from a
   * transaction that was ended because it took too long.
   */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem.problem().code() == ErrorCode.UNAVAILABLE;
      }
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.matches("(08|40|53|57|58).*");
      }
      if (cause instanceof RollbackException && cause.getCause() == null) {
        // What was refused is told aside; a transaction that only took too long says nothing.
        return Stream.of(cause.getSuppressed()).allMatch(Outage::isBehind);
      }
    }
    return false;
  }
}
