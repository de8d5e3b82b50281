package org.heard.feedback.problem;

import java.sql.SQLException;
import org.jboss.logging.Logger;

/** What to tell about a failure, whatever it was; what nobody foresaw is logged here. */
public final class Failure {
  private static final Logger LOG = Logger.getLogger(Failure.class);

  private Failure() {}

  /** The problem that this failure is, or is a sign of. */
  public static ProblemException explain(Throwable failure) {
    if (failure instanceof ProblemException known) {
      return known;
    }
    return Outage.isBehind(failure) ? unavailable(failure) : unexpected(failure);
  }

  private static ProblemException unavailable(Throwable failure) {
    LOG.warnf("not available: %s", causeNames(failure));
    // A connection that breaks in the commit leaves open what became of it.
    return new ProblemException(
        ErrorCode.UNAVAILABLE, "Not known to be done. Send the same again.");
  }

  private static ProblemException unexpected(Throwable failure) {
    // Class names and our own stack only: messages of drivers and parsers can hold a patient's
    // words.
    LOG.errorf("unexpected failure: %s at %s", causeNames(failure), firstFrame(failure));
    return new ProblemException(ErrorCode.INTERNAL, "This is our mistake, and it has been logged.");
  }

  private static String causeNames(Throwable failure) {
    StringBuilder names = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      names.append(names.isEmpty() ? "" : " < ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql) {
        names.append('[').append(sql.getSQLState()).append(']');
      }
    }
    return names.toString();
  }

  private static String firstFrame(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    for (StackTraceElement frame : root.getStackTrace()) {
      if (frame.getClassName().startsWith("org.heard.")) {
        return frame.toString();
      }
    }
    return root.getStackTrace().length == 0 ? "?" : root.getStackTrace()[0].toString();
  }
}
