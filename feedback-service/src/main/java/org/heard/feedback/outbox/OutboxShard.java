package org.heard.feedback.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.event.FeedbackSubmitted;

/**
 * One shard of the outbox, owned through a session-level advisory lock. Lock and work share one
 * connection: if it breaks, PostgreSQL releases the lock and nothing more can be read or deleted by
 * an owner that is no longer one. Every statement is its own transaction, so none is open while
 * records are sent.
 */
final class OutboxShard implements AutoCloseable {
  /** Namespace of the relay's advisory locks: "outb" in ASCII. */
  private static final int LOCK_CLASS = 0x6f757462;

  private final Connection connection;
  private final int shard;
  private final int shards;

  private OutboxShard(Connection connection, int shard, int shards) {
    this.connection = connection;
    this.shard = shard;
    this.shards = shards;
  }

  /**
   * The shard, or null if another owner has it. Takes the connection over whatever happens: one
   * that breaks here must go back to the pool like any other.
   */
  static OutboxShard tryOwn(Connection connection, int shard, int shards) throws SQLException {
    boolean owned = false;
    try {
      owned = lock(connection, shard);
    } finally {
      if (!owned) {
        connection.close();
      }
    }
    return owned ? new OutboxShard(connection, shard, shards) : null;
  }

  private static boolean lock(Connection connection, int shard) throws SQLException {
    connection.setAutoCommit(true);
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
      lock.setInt(1, LOCK_CLASS);
      lock.setInt(2, shard);
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** At most {@code limit} waiting facts, oldest row first. */
  List<WaitingFact> waiting(int limit) throws SQLException {
    String sql =
        """
        SELECT id, event_id, topic, key, subject, time, payload, traceparent FROM outbox
        WHERE parked_at IS NULL AND (shard_hash & 2147483647) % ? = ? ORDER BY id LIMIT ?
        """;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, shards);
      select.setInt(2, shard);
      select.setInt(3, limit);
      List<WaitingFact> facts = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          facts.add(
              new WaitingFact(
                  row.getLong(1),
                  row.getObject(2, UUID.class),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getObject(6, OffsetDateTime.class).toInstant(),
                  row.getBytes(7),
                  row.getString(8)));
        }
      }
      return facts;
    }
  }

  /** Forgets facts that the broker has acknowledged. */
  void delete(List<Long> rowIds) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", rowIds.toArray()));
      delete.executeUpdate();
    }
  }

  /**
   * Notes that the broker refused a fact as impossible, and parks it once that was often enough;
   * words that were taken back since are destroyed instead. Whoever takes them back has the
   * submission locked, and is waited for.
   */
  void refused(long rowId, String reason, int maxRefusals) throws SQLException {
    String sql =
        """
        WITH said AS (
          SELECT erased_at IS NOT NULL OR expired_at IS NOT NULL AS taken_back FROM submission
          WHERE id = (SELECT CASE WHEN topic = ? THEN subject::uuid END FROM outbox WHERE id = ?)
          FOR SHARE),
        last AS (
          SELECT id, EXISTS (SELECT FROM said WHERE taken_back) AS destroyed FROM outbox
          WHERE id = ? AND attempts + 1 >= ?),
        gone AS (
          DELETE FROM outbox USING last WHERE outbox.id = last.id AND destroyed)
        UPDATE outbox SET attempts = attempts + 1, last_error = ?,
          parked_at = CASE WHEN EXISTS (SELECT FROM last) THEN clock_timestamp() END
        WHERE id = ? AND NOT EXISTS (SELECT FROM last WHERE destroyed)
        """;
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, FeedbackSubmitted.TOPIC);
      update.setLong(2, rowId);
      update.setLong(3, rowId);
      update.setInt(4, maxRefusals);
      update.setString(5, reason);
      update.setLong(6, rowId);
      update.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    // The pool keeps sessions, and with them their locks.
    try (Connection last = connection;
        PreparedStatement unlock = last.prepareStatement("SELECT pg_advisory_unlock(?, ?)")) {
      unlock.setInt(1, LOCK_CLASS);
      unlock.setInt(2, shard);
      unlock.execute();
    }
  }
}
