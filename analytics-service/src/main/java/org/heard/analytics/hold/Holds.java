package org.heard.analytics.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** What may not be destroyed yet, and the legal holds among it. */
@ApplicationScoped
class Holds {
  /**
   * A submission is free only once it was read here and found to be without an open alert: one that
   * is not known, or that was put aside unread, may have one. So may an erased one that has not
   * come yet, as it has none of its times; after {@code heard.holds.unread-for} it cannot come any
   * more, since no topic keeps it.
   */
  private static final String HELD =
      """
      select asked.id from unnest(?::uuid[]) as asked (id)
      left join submission s on s.id = asked.id
      where s.id is null
         or (s.counted_on is null and s.received_at is null and s.erased_at > ?)
         or exists (select 1 from legal_hold h
                    where h.submission_id = asked.id and h.lifted_at is null)
         or exists (select 1 from lane_copy l where l.submission_id = asked.id)
         or exists (select 1 from comment c
                    where c.submission_id = asked.id and cardinality(c.alerts) > 0)
         or exists (select 1 from parked p where p.submission_id = asked.id)
      """;

  private static final String PLACE =
      """
      insert into legal_hold (submission_id, organisation_id, placed_at, placed_by)
      select id, organisation_id, clock_timestamp(), ? from submission
      where id = ? and organisation_id = any(?)
      on conflict do nothing
      """;

  private static final String LIFT =
      """
      update legal_hold set lifted_at = clock_timestamp(), lifted_by = ?
      where submission_id = ? and organisation_id = any(?) and lifted_at is null
      """;

  private static final String IS_KNOWN =
      "select exists (select 1 from submission where id = ? and organisation_id = any(?))";

  private static final String ERASED_REASON =
      "select erased_reason from submission where id = ? and erased_at is not null";

  private final DataSource database;
  private final HoldConfig config;
  private final Clock clock;

  Holds(DataSource database, HoldConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Those of these that are held. */
  Set<UUID> held(Collection<UUID> submissions) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(HELD)) {
      select.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      Instant oldest = clock.instant().minus(config.unreadFor());
      select.setObject(2, OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC));
      Set<UUID> held = new TreeSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(row.getObject(1, UUID.class));
        }
      }
      return held;
    }
  }

  /** Why a submission's words are gone here; empty as long as its erasure was not read. */
  Optional<String> erasedReason(UUID submission) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ERASED_REASON)) {
      select.setObject(1, submission);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * Places a legal hold, or leaves the one that is there.
   *
   * @return false if the submission does not exist for who asks
   */
  boolean place(UUID submission, String by, List<String> organisations) throws SQLException {
    return change(PLACE, submission, by, organisations);
  }

  /** Lifts the legal hold, if there is one; the same. */
  boolean lift(UUID submission, String by, List<String> organisations) throws SQLException {
    return change(LIFT, submission, by, organisations);
  }

  private boolean change(String sql, UUID submission, String by, List<String> organisations)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      Array own = connection.createArrayOf("text", organisations.toArray());
      try (PreparedStatement change = connection.prepareStatement(sql)) {
        change.setString(1, by);
        change.setObject(2, submission);
        change.setArray(3, own);
        change.executeUpdate();
      }
      return isKnown(connection, submission, own);
    }
  }

  private static boolean isKnown(Connection connection, UUID submission, Array organisations)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(IS_KNOWN)) {
      select.setObject(1, submission);
      select.setArray(2, organisations);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
