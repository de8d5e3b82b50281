package org.heard.feedback.erasure;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Who waits for whom in the database. */
final class Waiting {
  private Waiting() {}

  /** Whether somebody waits for another's row of {@code submission}. */
  static boolean forALock(DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND datname = current_database() AND query ILIKE '%submission%'");
        var row = select.executeQuery()) {
      row.next();
      return row.getInt(1) > 0;
    }
  }
}
