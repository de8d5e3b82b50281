package org.heard.analytics.ingest;

import java.sql.SQLException;

/** What a failure of a batch means. */
enum Failure {
  /** One of its events is the reason: the others must not wait for it. */
  POISON,
  /** The database is the reason: nothing is skipped, the partition waits. */
  DATABASE;

  /**
   * SQLSTATE classes 22 (data) and 23 (constraint) and failures of our own code come from what an
   * event says. Everything else, a missing table or a right included, is the database's.
   */
  static Failure of(Exception failure) {
    if (failure instanceof SQLException sql) {
      String state = sql.getSQLState();
      return state != null && (state.startsWith("22") || state.startsWith("23"))
          ? POISON
          : DATABASE;
    }
    return POISON;
  }
}
