package org.heard.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.heard.analytics.directory.DirectoryCopy;

/** This service's own facts, counted the way feedback-service counts its own. */
@ApplicationScoped
class Facts {
  /**
   * Those of a moment: received by then, and not erased or erased later. The day is cut anew from
   * the time counted, because the publisher does the same.
   */
  private static final String COUNT =
      """
      select count(*),
        coalesce(bit_xor(('x' || translate(left(id::text, 18), '-', ''))::bit(64)::bigint), 0),
        coalesce(bit_xor(('x' || translate(right(id::text, 17), '-', ''))::bit(64)::bigint), 0)
      from submission
      where ward_id = ? and counted_at >= ? and counted_at < ? and received_at <= ?
        and (counted_on is not null or erased_at > ?)
      """;

  private final DirectoryCopy directory;

  Facts(DirectoryCopy directory) {
    this.directory = directory;
  }

  /** How many facts, and the bitwise exclusive or of their ids. */
  record Sum(long count, UUID xor) {
    private static final Sum NOTHING = new Sum(0, new UUID(0, 0));

    boolean agreesWith(PublishedTally tally) {
      return count == tally.count() && xor.equals(tally.xor());
    }
  }

  /** What is here of a ward-day as of the tally's moment; nothing for a ward not known here. */
  Sum sum(Connection connection, PublishedTally tally) throws SQLException {
    DirectoryCopy.WardHome home =
        directory.known(connection, Set.of(tally.wardId())).get(tally.wardId());
    return home == null ? Sum.NOTHING : sum(connection, tally, home.zone());
  }

  private static Sum sum(Connection connection, PublishedTally tally, ZoneId zone)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setString(1, tally.wardId());
      select.setObject(2, Tallies.time(start(tally.day(), zone)));
      select.setObject(3, Tallies.time(start(tally.day().plusDays(1), zone)));
      select.setObject(4, Tallies.time(tally.asOf()));
      select.setObject(5, Tallies.time(tally.asOf()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Sum(row.getLong(1), new UUID(row.getLong(2), row.getLong(3)));
      }
    }
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
