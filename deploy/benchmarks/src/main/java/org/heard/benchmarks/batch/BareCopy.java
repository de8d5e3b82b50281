package org.heard.benchmarks.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.heard.local.run.CommandFailure;
import org.postgresql.PGConnection;

/**
 * The limit of a batch: {@code COPY … FROM STDIN} of the same rows into a table with nothing but a
 * primary key, one durable commit for all. No HTTP, no JSON, no redaction, no look for repeats, no
 * fact to publish.
 */
final class BareCopy implements AutoCloseable {
  private final Connection connection;

  /** Makes its table in a schema of its own, in the database of feedback-service. */
  BareCopy(String postgres, String password) throws SQLException {
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://" + postgres + "/feedback", "feedback", password);
    execute("DROP SCHEMA IF EXISTS bench_copy CASCADE");
    execute("CREATE SCHEMA bench_copy");
    execute(
        "CREATE TABLE bench_copy.submission (id uuid PRIMARY KEY, ward_id text NOT NULL,"
            + " rating smallint, text text, authored_at timestamptz NOT NULL)");
  }

  /** Rows a second; the table is empty before and after. */
  double perSecond(Rows rows) throws SQLException, IOException {
    byte[] lines = rows.copy();
    execute("TRUNCATE bench_copy.submission");
    long start = System.nanoTime();
    long copied =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY bench_copy.submission FROM STDIN", new ByteArrayInputStream(lines));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (copied != rows.count()) {
      throw CommandFailure.failed("COPY took " + copied + " of " + rows.count() + " rows.");
    }
    execute("TRUNCATE bench_copy.submission");
    return copied / seconds;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      execute("DROP SCHEMA IF EXISTS bench_copy CASCADE");
    } finally {
      connection.close();
    }
  }
}
