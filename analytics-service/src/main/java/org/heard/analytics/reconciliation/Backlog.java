package org.heard.analytics.reconciliation;

import java.sql.SQLException;

/** How far this service has read what feedback-service has published. */
public interface Backlog {
  /** A moment of what is published. */
  interface Mark {}

  /**
   * Marks what is published now.
   *
   * @throws Unknown if nobody can say at the moment
   */
  Mark mark() throws Unknown;

  /** Whether everything that was published at the mark has been applied or parked here. */
  boolean isReadUpTo(Mark mark) throws SQLException;

  /** It cannot be said what is published. */
  class Unknown extends Exception {
    /** With the reason. */
    public Unknown(Throwable cause) {
      super(cause);
    }
  }
}
