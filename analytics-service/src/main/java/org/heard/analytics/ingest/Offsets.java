package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each partition of each cluster goes on. Stored with the results of a batch, so that both
 * are there or neither; a Kafka that was set up anew has another cluster id and starts at 0.
 */
@ApplicationScoped
class Offsets {

  /** The stored offset of a partition, 0 for one never seen. */
  long stored(Connection connection, String clusterId, Partition partition) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into consumer_offset (cluster_id, topic, partition, next_offset)
            values (?, ?, ?, 0) on conflict do nothing
            """)) {
      key(insert, 1, clusterId, partition);
      insert.executeUpdate();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select next_offset from consumer_offset
            where cluster_id = ? and topic = ? and partition = ?
            """)) {
      key(select, 1, clusterId, partition);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * Moves the partitions of a batch on.
   *
   * @throws Fenced when a stored offset is not the expected one: somebody else has moved on, and
   *     what this transaction did must not stand
   */
  void advance(Connection connection, Batch batch) throws SQLException, Fenced {
    for (Map.Entry<Partition, Long> next : batch.next().entrySet()) {
      Partition partition = next.getKey();
      long expected = batch.expected().get(partition);
      move(connection, batch.clusterId(), partition, expected, next.getValue());
    }
  }

  /**
   * Moves a partition to where its log goes on.
   *
   * @throws Fenced when the stored offset is not the expected one
   */
  void move(Connection connection, String clusterId, Gap gap) throws SQLException, Fenced {
    move(connection, clusterId, gap.partition(), gap.expected(), gap.next());
  }

  private static void move(
      Connection connection, String clusterId, Partition partition, long expected, long next)
      throws SQLException, Fenced {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update consumer_offset set next_offset = ?
            where cluster_id = ? and topic = ? and partition = ? and next_offset = ?
            """)) {
      update.setLong(1, next);
      key(update, 2, clusterId, partition);
      update.setLong(5, expected);
      if (update.executeUpdate() != 1) {
        throw new Fenced(partition);
      }
    }
  }

  /** The stored offsets of a cluster. */
  Map<Partition, Long> all(Connection connection, String clusterId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select topic, partition, next_offset from consumer_offset where cluster_id = ?")) {
      select.setString(1, clusterId);
      Map<Partition, Long> stored = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          stored.put(new Partition(row.getString(1), row.getInt(2)), row.getLong(3));
        }
      }
      return stored;
    }
  }

  private static void key(
      PreparedStatement statement, int index, String clusterId, Partition partition)
      throws SQLException {
    statement.setString(index, clusterId);
    statement.setString(index + 1, partition.topic());
    statement.setInt(index + 2, partition.number());
  }
}
