package org.heard.analytics.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Comments of erased submissions that an open alert still needs, in the transaction of the caller's
 * connection.
 */
@ApplicationScoped
public class LaneCopies {

  /** A comment with alerts, by their codes. */
  public record Copy(
      UUID submissionId,
      int n,
      String wardId,
      String organisationId,
      String question,
      String text,
      List<String> alerts,
      Instant receivedAt) {}

  /**
   * Keeps those comments of these submissions that have alerts; they are about to be deleted. Of
   * one in whose place a person put another text both stay: either may have raised the alert.
   */
  public void keep(Connection connection, Collection<UUID> submissions) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into lane_copy (submission_id, n, ward_id, organisation_id, question, text,
                                   alerts, received_at, original, translated_from)
            select c.submission_id, c.n, c.ward_id, s.organisation_id, c.question, c.text,
                   c.alerts, s.received_at, c.original, c.translated_from
            from comment c join submission s on s.id = c.submission_id
            where c.submission_id = any(?) and cardinality(c.alerts) > 0 and c.text is not null
            on conflict do nothing
            """)) {
      insert.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      insert.executeUpdate();
    }
  }

  /** Keeps comments that were erased before they were read here. */
  public void keep(Connection connection, List<Copy> copies) throws SQLException {
    if (copies.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into lane_copy (submission_id, n, ward_id, organisation_id, question, text,
                                   alerts, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)) {
      for (Copy copy : copies) {
        insert.setObject(1, copy.submissionId());
        insert.setInt(2, copy.n());
        insert.setString(3, copy.wardId());
        insert.setString(4, copy.organisationId());
        insert.setString(5, copy.question());
        insert.setString(6, copy.text());
        insert.setArray(7, connection.createArrayOf("text", copy.alerts().toArray()));
        insert.setObject(8, OffsetDateTime.ofInstant(copy.receivedAt(), ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
