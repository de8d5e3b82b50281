package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;

/**
 * One transaction of ingest, which the server ends where we cannot: a replica that stands still in
 * the middle must not keep its offsets locked, and whoever wants them must not queue without end.
 */
@ApplicationScoped
class IngestTransaction {
  // For this transaction alone: a recount and a migration may wait longer.
  private static final String BOUND =
      """
      select set_config('idle_in_transaction_session_timeout', ?, true),
             set_config('lock_timeout', ?, true)
      """;

  private final DataSource database;
  private final IngestConfig config;

  IngestTransaction(DataSource database, IngestConfig config) {
    this.database = database;
    this.config = config;
  }

  <T, X extends Exception> T run(Transaction.Work<T, X> work) throws SQLException, X {
    return Transaction.run(
        database,
        Connection.TRANSACTION_READ_COMMITTED,
        connection -> {
          bound(connection);
          return work.in(connection);
        });
  }

  private void bound(Connection connection) throws SQLException {
    try (PreparedStatement set = connection.prepareStatement(BOUND)) {
      set.setString(1, milliseconds(config.transactionIdle()));
      set.setString(2, milliseconds(config.lockWait()));
      set.execute();
    }
  }

  private static String milliseconds(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
