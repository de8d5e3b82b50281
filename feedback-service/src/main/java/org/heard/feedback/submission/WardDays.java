package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.event.FeedbackSubmitted;
import org.heard.feedback.event.FeedbackTally;
import org.hibernate.Session;

/** The submissions of a ward on a day, the day of {@code countedAt} in the organisation's zone. */
@ApplicationScoped
public class WardDays {
  private static final String TALLIES =
      """
      WITH touched AS (
        SELECT DISTINCT s.ward_id, (s.counted_at AT TIME ZONE o.zone)::date AS day, o.zone
        FROM submission s
        JOIN directory_unit o ON o.kind = 'organisation' AND o.id = s.organisation_id
        WHERE s.received_at > :since AND s.received_at <= :asOf)
      SELECT t.ward_id, t.day, count(*),
        bit_xor(('x' || translate(left(s.id::text, 18), '-', ''))::bit(64)::bigint),
        bit_xor(('x' || translate(right(s.id::text, 17), '-', ''))::bit(64)::bigint)
      FROM touched t JOIN submission s ON s.ward_id = t.ward_id
        AND s.counted_at >= t.day::timestamp AT TIME ZONE t.zone
        AND s.counted_at < (t.day + 1)::timestamp AT TIME ZONE t.zone
      WHERE s.received_at <= :asOf
      GROUP BY t.ward_id, t.day ORDER BY t.ward_id, t.day
      """;

  private final EntityManager entities;
  private final SubmissionRepository submissions;

  WardDays(EntityManager entities, SubmissionRepository submissions) {
    this.entities = entities;
    this.submissions = submissions;
  }

  /**
   * Tallies of every ward-day that got a submission after {@code since}.
   *
   * @param asOf only what was received by then is counted
   */
  @Transactional
  public List<FeedbackTally> tallies(Instant since, Instant asOf) {
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(TALLIES, Object[].class)
            .setParameter("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
            .setParameter("asOf", OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
            .list();
    return rows.stream().map(row -> tally(row, asOf)).toList();
  }

  /**
   * The facts of one ward-day, as they stand now.
   *
   * @param zone of the ward's organisation
   */
  @Transactional
  public List<FeedbackSubmitted> facts(String wardId, LocalDate day, ZoneId zone) {
    return submissions
        .list(
            "wardId = ?1 and countedAt >= ?2 and countedAt < ?3 order by id",
            wardId,
            day.atStartOfDay(zone).toInstant(),
            day.plusDays(1).atStartOfDay(zone).toInstant())
        .stream()
        .map(Submission::fact)
        .toList();
  }

  private static FeedbackTally tally(Object[] row, Instant asOf) {
    LocalDate day = row[1] instanceof LocalDate date ? date : LocalDate.parse(row[1].toString());
    UUID xor = new UUID(((Number) row[3]).longValue(), ((Number) row[4]).longValue());
    return new FeedbackTally(
        (String) row[0], day, ((Number) row[2]).longValue(), xor.toString(), asOf);
  }
}
