package org.heard.feedback.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a database that is not there from a request that cannot be done. */
public final class Outage {
  /**
   * States of the database's own condition, as its manual names them: connections (08), a
   * transaction that may not write or was ended by its own limits (25006, 25P03, 25P04), a log-in
   * that is refused (28), rollbacks that are nobody's fault (40), resources (53), objects in a
   * state that does not allow it now (55), operators (57) and the system (58). A program's limits
   * (54) are not among them, as a row may be what reaches one.
   */
  private static final Pattern STATES =
      Pattern.compile("(08|25006|25P03|25P04|28|40|53|55|57|58).*");

  private Outage() {}

  /**
   * Whether a failure comes from a database that is down, restarting, full, only to be read, out of
   * connections or at odds with itself over two transactions (or this service itself for the
   * moment; Agroal reports an exhausted pool without a state), or from a transaction that was ended
   * because it took too long.
   */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem.problem().code() == ErrorCode.UNAVAILABLE;
      }
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || STATES.matcher(state).matches();
      }
      if (cause instanceof RollbackException && cause.getCause() == null) {
        // What was refused is told aside; a transaction that only took too long says nothing.
        return Stream.of(cause.getSuppressed()).allMatch(Outage::isBehind);
      }
    }
    return false;
  }
}
