package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              update consumer_offset set next_offset = ?
              where cluster_id = ? and topic = ? and partition = ? and next_offset = ?
              """)) {
        update.setLong(1, next.getValue());
        key(update, 2, batch.clusterId(), next.getKey());
        update.setLong(5, batch.expected().get(next.getKey()));
        if (update.executeUpdate() != 1) {
          throw new Fenced(next.getKey());
        }
      }
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
