package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** One row a submission, for ever; what is erased stays as a tombstone. */
@ApplicationScoped
class SubmissionStore {

  /**
   * A submission to be written.
   *
   * @param countedOn day in the organisation's zone
   * @param demographics null where they may not be kept any more
   */
  record Row(Event.Submitted event, LocalDate countedOn, String demographics) {}

  /**
   * What is stored of a submission.
   *
   * @param counted whether it stands in the counts
   * @param received whether it came here, as far as that is still known of one that was erased
   * @param erasedReason null where it was not erased
   */
  record State(int version, boolean counted, boolean received, String erasedReason) {
    boolean live() {
      return erasedReason == null;
    }

    boolean wordsExpired() {
      return "retention".equals(erasedReason);
    }
  }

  private static final String ROWS =
      """
      unnest(?::uuid[], ?::int4[], ?::text[], ?::text[], ?::date[], ?::timestamptz[],
             ?::timestamptz[], ?::int2[], ?::text[], ?::text[], ?::bool[], ?::jsonb[])
      as u (id, version, ward_id, organisation_id, counted_on, counted_at, received_at, rating,
            channel, mode, consent_to_publish, demographics)
      """;

  /** Writes those that are not there yet and returns their ids. */
  Set<UUID> insertNew(Connection connection, List<Row> rows) throws SQLException {
    String sql =
        """
        insert into submission (id, version, ward_id, organisation_id, counted_on, counted_at,
                                received_at, rating, channel, mode, consent_to_publish, demographics)
        select * from %s order by id
        on conflict (id) do nothing returning id
        """
            .formatted(ROWS);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      bind(connection, insert, rows);
      return ids(insert);
    }
  }

  /** Replaces the state of submissions that are there and locked. */
  void replace(Connection connection, List<Row> rows) throws SQLException {
    String sql =
        """
        update submission s
        set version = u.version, ward_id = u.ward_id, organisation_id = u.organisation_id,
            counted_on = u.counted_on, counted_at = u.counted_at, received_at = u.received_at,
            rating = u.rating, channel = u.channel, mode = u.mode,
            consent_to_publish = u.consent_to_publish, demographics = u.demographics
        from %s where s.id = u.id
        """
            .formatted(ROWS);
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      bind(connection, update, rows);
      update.executeUpdate();
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, List<Row> rows)
      throws SQLException {
    array(connection, statement, 1, "uuid", rows, row -> row.event().submissionId());
    array(connection, statement, 2, "int4", rows, row -> row.event().version());
    array(connection, statement, 3, "text", rows, row -> row.event().wardId());
    array(connection, statement, 4, "text", rows, row -> row.event().organisationId());
    array(connection, statement, 5, "date", rows, Row::countedOn);
    array(connection, statement, 6, "timestamptz", rows, row -> row.event().countedAt());
    array(connection, statement, 7, "timestamptz", rows, row -> row.event().receivedAt());
    array(connection, statement, 8, "int2", rows, row -> row.event().rating());
    array(connection, statement, 9, "text", rows, row -> row.event().channel());
    array(connection, statement, 10, "text", rows, row -> row.event().mode());
    array(connection, statement, 11, "bool", rows, row -> row.event().consentToPublish());
    array(connection, statement, 12, "jsonb", rows, Row::demographics);
  }

  private static void array(
      Connection connection,
      PreparedStatement statement,
      int index,
      String type,
      List<Row> rows,
      Function<Row, Object> column)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }

  /**
   * Notes on tombstones when what was erased had been received and is counted. A tally tells of a
   * moment, and at that moment it may not have been erased yet.
   */
  void noteTimes(Connection connection, List<Event.Submitted> events) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update submission set counted_at = ?::timestamptz, received_at = ?::timestamptz
            where id = ? and counted_on is null
            """)) {
      for (Event.Submitted event : events) {
        update.setString(1, event.countedAt().toString());
        update.setString(2, event.receivedAt().toString());
        update.setObject(3, event.submissionId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Leaves a tombstone where nothing is yet and returns the ids where it did. */
  Set<UUID> insertTombstones(Connection connection, Collection<Event.Erased> erasures)
      throws SQLException {
    Set<UUID> fresh = new HashSet<>();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into submission (id, version, ward_id, organisation_id, erased_reason, erased_at)
            values (?, ?, ?, ?, ?, ?::timestamptz)
            on conflict (id) do nothing returning id
            """)) {
      for (Event.Erased erased : erasures) {
        insert.setObject(1, erased.submissionId());
        insert.setInt(2, erased.version());
        insert.setString(3, erased.wardId());
        insert.setString(4, erased.organisationId());
        insert.setString(5, erased.reason());
        insert.setString(6, erased.erasedAt().toString());
        fresh.addAll(ids(insert));
      }
    }
    return fresh;
  }

  /** Locks these submissions and says what is stored of them. */
  Map<UUID, State> lock(Connection connection, Collection<UUID> ids) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, version, counted_on is not null as counted,
              received_at is not null as received, erased_reason
            from submission where id = any(?) order by id for update
            """)) {
      select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      Map<UUID, State> states = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          states.put(
              row.getObject("id", UUID.class),
              new State(
                  row.getInt("version"),
                  row.getBoolean("counted"),
                  row.getBoolean("received"),
                  row.getString("erased_reason")));
        }
      }
      return states;
    }
  }

  /** Locks these submissions and says which were erased, or have lost their words. */
  Map<UUID, State> lockErased(Connection connection, Collection<UUID> ids) throws SQLException {
    Map<UUID, State> states = lock(connection, ids);
    states.values().removeIf(State::live);
    return states;
  }

  /**
   * Makes tombstones of these locked submissions: nothing of what was said or counted stays, and
   * the times only for a while ({@link #noteTimes}).
   */
  void erase(Connection connection, Collection<Event.Erased> erasures) throws SQLException {
    mark(
        connection,
        erasures,
        """
        update submission
        set version = greatest(version, ?), erased_reason = ?, erased_at = ?::timestamptz,
            counted_on = null, rating = null, channel = null, mode = null,
            consent_to_publish = null, demographics = null
        where id = ?
        """);
  }

  /** Notes that the words of these locked submissions are gone; what was counted stays. */
  void expire(Connection connection, Collection<Event.Erased> erasures) throws SQLException {
    mark(
        connection,
        erasures,
        """
        update submission
        set version = greatest(version, ?), erased_reason = ?, erased_at = ?::timestamptz,
            demographics = null
        where id = ?
        """);
  }

  private static void mark(Connection connection, Collection<Event.Erased> erasures, String sql)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (Event.Erased erased : erasures) {
        update.setInt(1, erased.version());
        update.setString(2, erased.reason());
        update.setString(3, erased.erasedAt().toString());
        update.setObject(4, erased.submissionId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static Set<UUID> ids(PreparedStatement returning) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    try (ResultSet row = returning.executeQuery()) {
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
    }
    return ids;
  }
}
