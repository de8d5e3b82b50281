package org.heard.feedback.praise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.problem.ProblemException;
import org.hibernate.Session;

/** Shows who was told names of staff, once for each time that somebody was. */
@ApplicationScoped
class NameReadings {
  private static final String OWN = " FROM name_reading WHERE organisation_id = ANY (?)";

  // All that one person was told of a ward at once: a row of it is a submission.
  private static final String ONCE = "read_at, subject, ward_id";

  private static final String COUNT =
      "SELECT count(*) FROM (SELECT DISTINCT " + ONCE + OWN + ") AS readings";

  private static final String PAGE =
      "SELECT "
          + ONCE
          + ", (array_agg(id ORDER BY id))[1] AS first,"
          + " array_agg(submission_id ORDER BY submission_id) AS submissions,"
          + " sum(cardinality(tokens)) AS names"
          + OWN
          + "%s GROUP BY "
          + ONCE
          + " ORDER BY read_at DESC, subject DESC, ward_id DESC LIMIT ?";

  private static final String BEYOND = " AND (" + ONCE + ") < (?, ?, ?)";

  private final EntityManager entities;
  private final NameReadingRepository records;

  NameReadings(EntityManager entities, NameReadingRepository records) {
    this.entities = entities;
    this.records = records;
  }

  /**
   * At most so many, the last first.
   *
   * @param after the id of the last one of the page before, null for the first page
   * @throws ProblemException {@code BAD_CURSOR} if there is no such one
   */
  @Transactional
  List<NameReadingView> page(Set<String> organisations, UUID after, int limit) {
    NameReading last =
        after == null
            ? null
            : records.of(after, organisations).orElseThrow(NameReadingsResource::badCursor);
    return session().doReturningWork(connection -> page(connection, organisations, last, limit));
  }

  private static List<NameReadingView> page(
      Connection connection, Set<String> organisations, NameReading last, int limit)
      throws SQLException {
    String sql = PAGE.formatted(last == null ? "" : BEYOND);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int next = 1;
      select.setArray(next++, connection.createArrayOf("text", organisations.toArray()));
      if (last != null) {
        select.setObject(next++, OffsetDateTime.ofInstant(last.readAt, ZoneOffset.UTC));
        select.setString(next++, last.subject);
        select.setString(next++, last.wardId);
      }
      select.setInt(next, limit);
      List<NameReadingView> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(NameReadingView.of(row));
        }
      }
      return found;
    }
  }

  @Transactional
  long count(Set<String> organisations) {
    return session()
        .doReturningWork(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(COUNT)) {
                select.setArray(1, connection.createArrayOf("text", organisations.toArray()));
                try (ResultSet row = select.executeQuery()) {
                  row.next();
                  return row.getLong(1);
                }
              }
            });
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
