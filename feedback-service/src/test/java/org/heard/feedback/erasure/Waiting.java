package org.heard.feedback.erasure;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Who waits for whom in the database. */
final class Waiting {
  private Waiting() {}

  /** Whether somebody waits for another's row of {@code submission}. */
  static boolean forALock(DataSource database) throws SQLException {
    return within(database, "%submission%");
  }

  /** Whether somebody waits for another's lock on a hold. */
  static boolean forAHold(DataSource database) throws SQLException {
    return within(database, "%pg_advisory_xact_lock%''hold ''%");
  }

  private static boolean within(DataSource database, String query) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND datname = current_database() AND query ILIKE '"
                    + query
                    + "'");
        var row = select.executeQuery()) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  /** Fails if somebody has a lock on what is stored of one of these. */
  static void forNobody(DataSource database, Collection<?> submissions) {
    // In a thread of its own, as a caller within a transaction would be given that one's
    // connection.
    CompletableFuture.runAsync(() -> lockAtOnce(database, submissions)).join();
  }

  private static void lockAtOnce(DataSource database, Collection<?> submissions) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var rows =
              connection.prepareStatement(
                  "SELECT FROM submission WHERE id = ANY (?) FOR UPDATE NOWAIT");
          var proofs =
              connection.prepareStatement(
                  "SELECT FROM erasure WHERE submission_id = ANY (?) FOR UPDATE NOWAIT")) {
        for (var select : new PreparedStatement[] {rows, proofs}) {
          select.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
          select.executeQuery().close();
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException locked) {
      throw new AssertionError("a row is locked", locked);
    }
  }
}
