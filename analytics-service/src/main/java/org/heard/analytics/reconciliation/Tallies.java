package org.heard.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The latest tally of each ward-day, in the transaction of the caller's connection. */
@ApplicationScoped
public class Tallies {

  /** What became of a tally. */
  public enum Change {
    /** It is the latest one now. */
    STORED,
    /** It was the latest one already. */
    REPEATED,
    /** A later one is there. */
    OUTDATED
  }

  /** A ward's day. */
  record WardDay(String wardId, LocalDate day) {}

  /** Keeps a tally unless one as late is there. */
  public Change store(Connection connection, PublishedTally tally) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into tally (ward_id, day, submissions, xor, as_of) values (?, ?, ?, ?, ?)
            on conflict (ward_id, day) do update
            set submissions = excluded.submissions, xor = excluded.xor, as_of = excluded.as_of,
                compared_at = null
            where tally.as_of < excluded.as_of
            """)) {
      upsert.setString(1, tally.wardId());
      upsert.setObject(2, tally.day());
      upsert.setLong(3, tally.count());
      upsert.setObject(4, tally.xor());
      upsert.setObject(5, time(tally.asOf()));
      if (upsert.executeUpdate() == 1) {
        return Change.STORED;
      }
    }
    boolean same =
        lock(connection, new WardDay(tally.wardId(), tally.day()))
            .filter(stored -> stored.asOf().equals(tally.asOf()))
            .isPresent();
    return same ? Change.REPEATED : Change.OUTDATED;
  }

  /** The latest tally of a ward-day, which nobody changes until this transaction ends. */
  Optional<PublishedTally> lock(Connection connection, WardDay wardDay) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select submissions, xor, as_of from tally where ward_id = ? and day = ? for update")) {
      select.setString(1, wardDay.wardId());
      select.setObject(2, wardDay.day());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new PublishedTally(
                    wardDay.wardId(),
                    wardDay.day(),
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  /** At most so many tallies that have not been compared yet. */
  List<PublishedTally> waiting(Connection connection, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select ward_id, day, submissions, xor, as_of from tally
            where compared_at is null order by ward_id, day limit ?
            """)) {
      select.setInt(1, limit);
      List<PublishedTally> waiting = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(
              new PublishedTally(
                  row.getString(1),
                  row.getObject(2, LocalDate.class),
                  row.getLong(3),
                  row.getObject(4, UUID.class),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
      return waiting;
    }
  }

  /** Notes that the locked tally of a ward-day has been compared. */
  void compared(Connection connection, PublishedTally tally, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update tally set compared_at = ? where ward_id = ? and day = ?")) {
      update.setObject(1, time(now));
      update.setString(2, tally.wardId());
      update.setObject(3, tally.day());
      update.executeUpdate();
    }
  }

  static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
