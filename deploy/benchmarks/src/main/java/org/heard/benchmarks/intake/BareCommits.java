package org.heard.benchmarks.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.heard.local.run.CommandFailure;

/**
 * The limit that taking feedback in is measured against: two rows and one durable commit a
 * submission, by JDBC, on the same server. No HTTP, no JSON to read, no redaction, no look for
 * repeats, nobody reading the outbox: what no service of this kind can avoid.
 */
final class BareCommits implements AutoCloseable {
  private static final int PAYLOAD_BYTES = 620;
  private static final int MAC_BYTES = 32;

  /** SQLSTATE too_many_connections. */
  private static final String TOO_MANY_CONNECTIONS = "53300";

  private static final String ANSWERS =
      """
      [{"question": "good", "text": "The nurse on nights sat with me when I could not sleep and \
      told me what the monitor was for. I will not forget it."}]""";

  private static final String SUBMISSION =
      "INSERT INTO bench_limit.submission VALUES (?, ?, ?, 1, 'W01', 2, ?::jsonb, ?::jsonb,"
          + " 'kiosk', ?, ?, ?)";
  private static final String OUTBOX =
      "INSERT INTO bench_limit.outbox (event_id, key, time, payload, traceparent) VALUES (?, 'W01',"
          + " ?, ?, '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')";

  private final String url;
  private final Properties login = new Properties();

  /** Makes its tables in a schema of their own, in the database of feedback-service. */
  BareCommits(String postgres, String password) throws SQLException {
    url = "jdbc:postgresql://" + postgres + "/feedback";
    login.put("user", "feedback");
    login.put("password", password);
    login.put("prepareThreshold", "1");
    execute(script());
  }

  /** What the server says of itself, in a line. */
  String describeServer() throws SQLException {
    StringBuilder text = new StringBuilder("PostgreSQL ");
    try (Connection connection = DriverManager.getConnection(url, login);
        Statement statement = connection.createStatement()) {
      text.append(connection.getMetaData().getDatabaseProductVersion());
      for (String name :
          List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers")) {
        try (ResultSet row = statement.executeQuery("SHOW " + name)) {
          row.next();
          text.append(", ").append(name).append('=').append(row.getString(1));
        }
      }
    }
    return text.toString();
  }

  /**
   * Two inserts and a commit, again and again on so many connections: commits a second; 0 if the
   * server has not so many connections left.
   */
  double perSecond(int threads, Duration duration) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long end = System.nanoTime() + duration.toNanos();
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(pool.submit(() -> commitUntil(end)));
      }
      long commits = 0;
      for (Future<Long> count : counts) {
        commits += count.get();
      }
      return commits / (duration.toNanos() / 1e9);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SQLException full
          && TOO_MANY_CONNECTIONS.equals(full.getSQLState())) {
        return 0;
      }
      throw CommandFailure.failed("The bare limit could not be measured: " + failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    } finally {
      // Those who got a connection go on until the end.
      pool.shutdown();
      awaitEnd(pool, duration);
    }
  }

  private static void awaitEnd(ExecutorService pool, Duration duration) {
    try {
      if (!pool.awaitTermination(duration.toMillis() + 10_000, TimeUnit.MILLISECONDS)) {
        throw CommandFailure.failed("The bare limit did not end.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private long commitUntil(long end) throws SQLException {
    long commits = 0;
    try (Connection connection = DriverManager.getConnection(url, login);
        PreparedStatement submission = connection.prepareStatement(SUBMISSION);
        PreparedStatement outbox = connection.prepareStatement(OUTBOX)) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < end) {
        commitOne(submission, outbox);
        connection.commit();
        commits++;
      }
      return commits;
    }
  }

  private static void commitOne(PreparedStatement submission, PreparedStatement outbox)
      throws SQLException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    UUID id = new UUID(random.nextLong(), random.nextLong());
    byte[] mac = new byte[MAC_BYTES];
    random.nextBytes(mac);
    byte[] payload = new byte[PAYLOAD_BYTES];
    random.nextBytes(payload);
    Timestamp now = Timestamp.from(Instant.now());
    submission.setObject(1, id);
    submission.setBytes(2, mac);
    submission.setObject(3, id);
    submission.setString(4, ANSWERS);
    submission.setString(5, ANSWERS);
    submission.setBytes(6, mac);
    submission.setTimestamp(7, now);
    submission.setTimestamp(8, now);
    submission.executeUpdate();
    outbox.setObject(1, id);
    outbox.setTimestamp(2, now);
    outbox.setBytes(3, payload);
    outbox.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    execute("DROP SCHEMA IF EXISTS bench_limit CASCADE");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String script() {
    try (InputStream file = BareCommits.class.getResourceAsStream("limit.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
