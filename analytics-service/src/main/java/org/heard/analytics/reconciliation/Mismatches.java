package org.heard.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Ward-days that did not agree with their tally. */
@ApplicationScoped
class Mismatches {
  /** Opens a mismatch or notes that it is still there; true if it is a new one. */
  boolean see(Connection connection, PublishedTally tally, Facts.Sum found, Instant now)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into mismatch (ward_id, day, state, expected, found, as_of,
                                  first_seen_at, last_seen_at)
            values (?, ?, 'open', ?, ?, ?, ?, ?)
            on conflict (ward_id, day) where state = 'open' do update
            set expected = excluded.expected, found = excluded.found, as_of = excluded.as_of,
                last_seen_at = excluded.last_seen_at
            returning first_seen_at = last_seen_at
            """)) {
      upsert.setString(1, tally.wardId());
      upsert.setObject(2, tally.day());
      upsert.setLong(3, tally.count());
      upsert.setLong(4, found.count());
      upsert.setObject(5, Tallies.time(tally.asOf()));
      upsert.setObject(6, Tallies.time(now));
      upsert.setObject(7, Tallies.time(now));
      try (ResultSet row = upsert.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Notes that a ward-day agrees again; true if it did not before. */
  boolean resolve(Connection connection, PublishedTally tally, Facts.Sum found, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update mismatch set state = 'resolved', resolved_at = ?, expected = ?, found = ?, as_of = ?
            where ward_id = ? and day = ? and state = 'open'
            """)) {
      update.setObject(1, Tallies.time(now));
      update.setLong(2, tally.count());
      update.setLong(3, found.count());
      update.setObject(4, Tallies.time(tally.asOf()));
      update.setString(5, tally.wardId());
      update.setObject(6, tally.day());
      return update.executeUpdate() == 1;
    }
  }

  /** Ward-days with an open mismatch, at most so many. */
  List<Tallies.WardDay> open(Connection connection, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select ward_id, day from mismatch where state = 'open' order by last_seen_at limit ?")) {
      select.setInt(1, limit);
      List<Tallies.WardDay> open = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          open.add(new Tallies.WardDay(row.getString(1), row.getObject(2, LocalDate.class)));
        }
      }
      return open;
    }
  }

  /** How many ward-days do not agree now. */
  long countOpen(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select count(*) from mismatch where state = 'open'");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
