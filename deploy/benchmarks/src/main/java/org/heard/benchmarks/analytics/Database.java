package org.heard.benchmarks.analytics;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.local.run.CommandFailure;

/** The databases of the suite under test, with the services' own roles. */
final class Database implements AutoCloseable {
  /** A session tells the server what it has read and written once it has been idle for so long. */
  private static final Duration STATISTICS = Duration.ofSeconds(12);

  private static final String COUNTED_BY_THE_SERVER =
      """
      select coalesce(sum(%s), 0) from pg_stat_user_tables
      where schemaname = 'public' and relname like ?
      """;

  private final Connection analytics;
  private final Connection feedback;

  Database(SuiteUnderTest suite) throws SQLException {
    analytics = open(suite, "analytics");
    feedback = open(suite, "feedback");
  }

  private static Connection open(SuiteUnderTest suite, String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + suite.run().postgres() + "/" + name,
        name,
        suite.databasePassword(name));
  }

  Connection analytics() {
    return analytics;
  }

  /** Rows that wait to be published. */
  long waiting() throws SQLException {
    return number(feedback, "select count(*) from outbox where parked_at is null");
  }

  /** A number that a statement answers with, for each question mark a text. */
  long number(String sql, String... values) throws SQLException {
    return number(analytics, sql, values);
  }

  private static long number(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = analytics.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Rows written so far in tables whose name is like this. */
  long written(String tables) throws SQLException {
    return counted("n_tup_ins + n_tup_upd", tables);
  }

  /** Rows read so far in tables whose name is like this, by an index or without. */
  long read(String tables) throws SQLException {
    return counted("coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)", tables);
  }

  private long counted(String what, String tables) throws SQLException {
    sleep(STATISTICS);
    return number(COUNTED_BY_THE_SERVER.formatted(what), tables);
  }

  /** Bytes on disk of tables whose name is like this, with their indexes. */
  long bytes(String tables) throws SQLException {
    return number(
        "select coalesce(sum(pg_total_relation_size(relid)), 0) from pg_stat_user_tables"
            + " where schemaname = 'public' and relname like ?",
        tables);
  }

  static void sleep(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      feedback.close();
    } finally {
      analytics.close();
    }
  }
}
