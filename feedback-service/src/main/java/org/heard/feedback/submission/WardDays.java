package org.heard.feedback.submission;

import io.quarkus.panache.common.Parameters;
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
import org.heard.feedback.event.FeedbackTally;
import org.heard.feedback.event.PublishedFact;
import org.hibernate.Session;

/** The submissions of a ward on a day, the day of {@code countedAt} in the organisation's zone. */
@ApplicationScoped
public class WardDays {
  /**
   * All parts read an index each and nothing of the rows. LATERAL, because the planner would join
   * the days with all of the ward's rows.
   */
  private static final String TALLIES =
      """
      WITH touched AS (
        SELECT (counted_at AT TIME ZONE :zone)::date AS day
        FROM submission
        WHERE ward_id = :ward AND received_at > :since AND received_at <= :asOf
        UNION
        SELECT (counted_at AT TIME ZONE :zone)::date
        FROM submission
        WHERE ward_id = :ward AND erased_at > :since AND erased_at <= :asOf)
      SELECT t.day, held.*
      FROM touched t CROSS JOIN LATERAL (
        SELECT count(*),
          coalesce(bit_xor(('x' || translate(left(s.id::text, 18), '-', ''))::bit(64)::bigint), 0),
          coalesce(bit_xor(('x' || translate(right(s.id::text, 17), '-', ''))::bit(64)::bigint), 0)
        FROM submission s
        WHERE s.ward_id = :ward
          AND s.counted_at >= t.day::timestamp AT TIME ZONE :zone
          AND s.counted_at < (t.day + 1)::timestamp AT TIME ZONE :zone
          AND s.received_at <= :asOf
          AND (s.erased_at IS NULL OR s.erased_at > :asOf)) held
      ORDER BY t.day
      """;

  private static final String OF_DAY = "wardId = :ward and countedAt >= :from and countedAt < :to";

  private final EntityManager entities;
  private final SubmissionRepository submissions;

  WardDays(EntityManager entities, SubmissionRepository submissions) {
    this.entities = entities;
    this.submissions = submissions;
  }

  /**
   * Tallies of those days of a ward that got a submission after {@code since}, or lost one.
   *
   * @param zone of the ward's organisation
   * @param asOf what was received by then and not erased by then is counted
   */
  @Transactional
  public List<FeedbackTally> tallies(String wardId, ZoneId zone, Instant since, Instant asOf) {
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(TALLIES, Object[].class)
            .setParameter("ward", wardId)
            .setParameter("zone", zone.getId())
            .setParameter("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
            .setParameter("asOf", OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
            .list();
    return rows.stream().map(row -> tally(wardId, row, asOf)).toList();
  }

  /** How many submissions a ward-day has, erased ones too. */
  @Transactional
  public long size(WardDay wardDay) {
    return submissions.count(OF_DAY, parameters(wardDay));
  }

  /**
   * The facts of one submission as it stands now: {@link Submission#facts()}.
   *
   * @param countedAt with the id its place in a ward-day
   */
  public record Standing(UUID id, Instant countedAt, List<PublishedFact> facts) {}

  /**
   * The submissions of a ward-day, by time counted and id.
   *
   * @param after the last one of the page before, null for the first page
   */
  @Transactional
  public List<Standing> facts(WardDay wardDay, Standing after, int limit) {
    Parameters parameters = parameters(wardDay);
    String beyond = "";
    if (after != null) {
      // From the last one's time on, as a range of the index; many may share it.
      beyond = " and (countedAt > :from or id > :id)";
      parameters.and("from", after.countedAt()).and("id", after.id());
    }
    return submissions
        .find(OF_DAY + beyond + " order by countedAt, id", parameters)
        .page(0, limit)
        .stream()
        .map(found -> new Standing(found.id, found.countedAt, found.facts()))
        .toList();
  }

  private static Parameters parameters(WardDay wardDay) {
    return Parameters.with("ward", wardDay.wardId())
        .and("from", wardDay.from())
        .and("to", wardDay.to());
  }

  private static FeedbackTally tally(String wardId, Object[] row, Instant asOf) {
    LocalDate day = row[0] instanceof LocalDate date ? date : LocalDate.parse(row[0].toString());
    UUID xor = new UUID(((Number) row[2]).longValue(), ((Number) row[3]).longValue());
    return new FeedbackTally(wardId, day, ((Number) row[1]).longValue(), xor.toString(), asOf);
  }
}
