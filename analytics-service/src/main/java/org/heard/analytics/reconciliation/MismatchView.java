package org.heard.analytics.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ward's day that did not agree with what feedback-service had.
 *
 * @param resolvedAt null while it is open
 */
record MismatchView(
    @Schema(examples = "W01") String wardId,
    @Schema(examples = "2026-10-05") LocalDate day,
    @Schema(examples = "open", description = "open or resolved") String state,
    @Schema(examples = "41", description = "Submissions that feedback-service had") long expected,
    @Schema(examples = "38", description = "Submissions here; an equal number: other ids")
        long found,
    @Schema(description = "The moment of which both numbers tell") Instant asOf,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Schema(nullable = true) Instant resolvedAt) {

  static MismatchView of(ResultSet row) throws SQLException {
    return new MismatchView(
        row.getString("ward_id"),
        row.getObject("day", LocalDate.class),
        row.getString("state"),
        row.getLong("expected"),
        row.getLong("found"),
        instant(row, "as_of"),
        instant(row, "first_seen_at"),
        instant(row, "last_seen_at"),
        instant(row, "resolved_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
