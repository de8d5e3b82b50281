package org.heard.analytics.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/**
 * An action as it is kept.
 *
 * @param n its place in lists
 * @param version raised by every change
 * @param insight null unless it answers a number
 * @param statementBy who last changed the statement; null without one
 * @param publishedAt null unless the statement is public
 * @param publishedStatus the status that is public with it
 */
record Action(
    UUID id,
    long n,
    String wardId,
    int version,
    Plan plan,
    InsightRef insight,
    String statementBy,
    Instant publishedAt,
    Status publishedStatus,
    Instant createdAt,
    Instant changedAt,
    boolean overdue,
    boolean unmeasured) {

  /** Parameter: now. What is overdue depends on the day where the ward is. */
  static final String SELECT =
      """
      select a.*, s.overdue, s.unmeasured
      """;

  /** Parameter: now. */
  static final String FROM =
      """
      from action a
      join known_ward w on w.id = a.ward_id
      cross join lateral
        action_state(a.plan, (?::timestamptz at time zone w.zone)::date) s
      """;

  static Action of(ResultSet row) throws SQLException {
    return new Action(
        row.getObject("id", UUID.class),
        row.getLong("n"),
        row.getString("ward_id"),
        row.getInt("version"),
        Documents.read(row.getString("plan"), Plan.class),
        Documents.read(row.getString("insight"), InsightRef.class),
        row.getString("statement_by"),
        instant(row, "published_at"),
        Status.of(row.getString("published_status")).orElse(null),
        instant(row, "created_at"),
        instant(row, "changed_at"),
        row.getBoolean("overdue"),
        row.getBoolean("unmeasured"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  boolean isPublic() {
    return publishedAt != null;
  }

  /** Whether what is public is this statement, which a change takes back, with this status. */
  boolean isPublicAsItIs() {
    return isPublic() && publishedStatus == plan.status();
  }

  /** The next version, with another plan; a changed statement is no longer public. */
  Action with(Plan changed, String subject, Instant at) {
    boolean same = Objects.equals(changed.statement(), plan.statement());
    String author = changed.statement() == null ? null : same ? statementBy : subject;
    Instant stillPublic = same ? publishedAt : null;
    return next(changed, author, stillPublic, stillPublic == null ? null : publishedStatus, at);
  }

  /** The next version, with its statement public. */
  Action published(Instant at) {
    return next(plan, statementBy, at, plan.status(), at);
  }

  /** The next version, with its statement no longer public. */
  Action withdrawn(Instant at) {
    return next(plan, statementBy, null, null, at);
  }

  private Action next(
      Plan nextPlan, String author, Instant published, Status publishedAs, Instant at) {
    return new Action(
        id,
        n,
        wardId,
        version + 1,
        nextPlan,
        insight,
        author,
        published,
        publishedAs,
        createdAt,
        at,
        overdue,
        unmeasured);
  }
}
