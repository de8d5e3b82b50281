package org.heard.analytics.ingest;

import java.sql.SQLException;
import java.util.Set;

/** What a failure of a batch means. */
enum Failure {
  /** One of its events is the reason: the others must not wait for it. */
  POISON,
  /** The database is the reason: nothing is skipped, the partition waits. */
  DATABASE;

  private static final Set<String> OF_THE_EVENT = Set.of("22", "23", "54");

  /**
   * SQLSTATE classes 22 (data), 23 (constraint) and 54 (more than the database can hold in one
   * place) and failures of our own code come from what an event says. Everything else, a missing
   * table or a right included, is the database's.
   */
  static Failure of(Exception failure) {
    if (failure instanceof SQLException sql) {
      String state = sql.getSQLState();
      return state != null && OF_THE_EVENT.stream().anyMatch(state::startsWith) ? POISON : DATABASE;
    }
    return POISON;
  }
}
