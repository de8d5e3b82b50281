package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Writes down what recounts found. */
@ApplicationScoped
class RecountReports {
  /** What is told where nobody knows how many rows differ. */
  static final long UNKNOWN = -1;

  private final RecountConfig config;

  RecountReports(RecountConfig config) {
    this.config = config;
  }

  /** Notes that one begins; only one runs at a time, so any other that still runs has died. */
  long begin(Connection connection, boolean rebuild, Instant now) throws SQLException {
    end(connection, "state = 'running'", "failed", now);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into recount (state, rebuild, started_at) values ('running', ?, ?) returning"
                + " id")) {
      insert.setBoolean(1, rebuild);
      insert.setObject(2, time(now));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Notes what it found, and forgets reports that are older than those that are kept. */
  void finish(Connection connection, long id, Recounted found, Instant now) throws SQLException {
    insertRollups(connection, id, found.rollups());
    insertDifferences(connection, id, found.differences());
    end(connection, "id = " + id, found.differing() == 0 ? "equal" : "different", now);
    try (PreparedStatement delete =
        connection.prepareStatement("delete from recount where id <= ?")) {
      delete.setLong(1, id - config.keepReports());
      delete.executeUpdate();
    }
  }

  void fail(Connection connection, long id, Instant now) throws SQLException {
    end(connection, "id = " + id, "failed", now);
  }

  private static void end(Connection connection, String which, String state, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update recount set state = ?, ended_at = ? where " + which)) {
      update.setString(1, state);
      update.setObject(2, time(now));
      update.executeUpdate();
    }
  }

  private static void insertRollups(Connection connection, long id, List<Recounted.Rows> rollups)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into recount_rollup values (?, ?, ?, ?)")) {
      for (Recounted.Rows rows : rollups) {
        insert.setLong(1, id);
        insert.setString(2, rows.rollup());
        insert.setLong(3, rows.compared());
        insert.setLong(4, rows.differing());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void insertDifferences(
      Connection connection, long id, List<Recounted.Difference> differences) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into recount_difference values (?, ?, ?, ?, ?)")) {
      for (Recounted.Difference difference : differences) {
        insert.setLong(1, id);
        insert.setString(2, difference.rollup());
        insert.setString(3, difference.wardId());
        insert.setObject(4, difference.day());
        insert.setLong(5, difference.rows());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Rows that differ as far as is known: found by the last recount, and not mended by it; {@link
   * #UNKNOWN} where it failed.
   */
  long differing(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select case when last.state = 'failed' then %d
                            when last.rebuild then 0
                            else (select coalesce(sum(differing_rows), 0) from recount_rollup
                                  where recount_id = last.id) end
                from (select id, state, rebuild from recount where state <> 'running'
                      order by id desc limit 1) last
                """
                    .formatted(UNKNOWN));
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
