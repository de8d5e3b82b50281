package org.heard.analytics.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events put aside, as rows written in the transaction that passes them by. */
@ApplicationScoped
class ParkedEvents {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** An event taken back from its place, and the cluster it came from. */
  record Released(String clusterId, InboundEvent event) {}

  void park(Connection connection, String clusterId, List<Parked> parked) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into parked (cluster_id, topic, partition, record_offset, record_key, headers,
                                value, reason, ward_id, organisation_id, submission_id)
            values (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?)
            on conflict do nothing
            """)) {
      for (Parked row : parked) {
        InboundEvent event = row.event();
        insert.setString(1, clusterId);
        insert.setString(2, event.topic());
        insert.setInt(3, event.partition().number());
        insert.setLong(4, event.offset());
        insert.setBytes(5, event.key());
        insert.setString(6, write(event.headers()));
        insert.setBytes(7, event.value());
        insert.setString(8, row.reason().name());
        insert.setString(9, row.wardId());
        insert.setString(10, row.organisationId());
        insert.setObject(11, row.submissionId());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Takes back, oldest first, at most so many events whose ward is known by now. */
  List<Released> releaseKnown(Connection connection, int limit) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            with known as (
              select p.cluster_id, p.topic, p.partition, p.record_offset
              from parked p
              join known_ward w on w.id = p.ward_id and w.organisation_id = p.organisation_id
              where p.reason = 'UNKNOWN_WARD'
              order by p.parked_at limit ?
              for update of p
            )
            delete from parked using known
            where (parked.cluster_id, parked.topic, parked.partition, parked.record_offset)
                = (known.cluster_id, known.topic, known.partition, known.record_offset)
            returning parked.*
            """)) {
      delete.setInt(1, limit);
      return events(delete);
    }
  }

  /**
   * Events that wait for no ward, in the order of their places, at most so many.
   *
   * @param after the last that was read; null for the first
   */
  List<Released> unfit(Connection connection, Released after, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select * from parked
            where reason <> 'UNKNOWN_WARD'
              and (cluster_id, topic, partition, record_offset) > (?, ?, ?, ?)
            order by cluster_id, topic, partition, record_offset limit ?
            """)) {
      select.setString(1, after == null ? "" : after.clusterId());
      select.setString(2, after == null ? "" : after.event().topic());
      select.setInt(3, after == null ? -1 : after.event().partition().number());
      select.setLong(4, after == null ? -1 : after.event().offset());
      select.setInt(5, limit);
      return events(select);
    }
  }

  /** Takes an event back; false if somebody else has. */
  boolean take(Connection connection, Released one) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            delete from parked
            where (cluster_id, topic, partition, record_offset) = (?, ?, ?, ?)
            """)) {
      bindPlace(delete, one);
      return delete.executeUpdate() == 1;
    }
  }

  /**
   * Takes an event away whose submission has been applied since, in this version or a later one.
   */
  boolean takeOutdated(Connection connection, Released one, int version) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            delete from parked p using submission s
            where (p.cluster_id, p.topic, p.partition, p.record_offset) = (?, ?, ?, ?)
              and s.id = p.submission_id and s.version >= ? and s.erased_reason is null
            """)) {
      bindPlace(delete, one);
      delete.setInt(5, version);
      return delete.executeUpdate() == 1;
    }
  }

  private static void bindPlace(PreparedStatement statement, Released one) throws SQLException {
    statement.setString(1, one.clusterId());
    statement.setString(2, one.event().topic());
    statement.setInt(3, one.event().partition().number());
    statement.setLong(4, one.event().offset());
  }

  /** Takes away what is parked of these submissions. */
  List<InboundEvent> take(Connection connection, Collection<UUID> submissions) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from parked where submission_id = any(?) returning parked.*")) {
      delete.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      return events(delete).stream().map(Released::event).toList();
    }
  }

  /** At most so many submissions that were erased and are parked all the same. */
  List<UUID> erased(Connection connection, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select distinct p.submission_id
            from parked p join submission s on s.id = p.submission_id
            where s.erased_reason is not null limit ?
            """)) {
      select.setInt(1, limit);
      List<UUID> ids = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
        }
      }
      return ids;
    }
  }

  private static List<Released> events(PreparedStatement returning) throws SQLException {
    List<Released> events = new ArrayList<>();
    try (ResultSet row = returning.executeQuery()) {
      while (row.next()) {
        events.add(read(row));
      }
    }
    return events;
  }

  private static Released read(ResultSet row) throws SQLException {
    return new Released(
        row.getString("cluster_id"),
        new InboundEvent(
            new Partition(row.getString("topic"), row.getInt("partition")),
            row.getLong("record_offset"),
            row.getBytes("record_key"),
            headers(row.getString("headers")),
            row.getBytes("value")));
  }

  private static String write(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("headers could not be written", impossible);
    }
  }

  private static Map<String, String> headers(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("headers of our own could not be read", impossible);
    }
  }
}
