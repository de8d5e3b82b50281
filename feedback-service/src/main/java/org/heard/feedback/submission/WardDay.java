package org.heard.feedback.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A ward's day: what {@code countedAt} says in a time zone.
 *
 * @param zone of the ward's organisation
 */
public record WardDay(String wardId, LocalDate day, ZoneId zone) {
  /** Its first moment. */
  Instant from() {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The first moment after it. */
  Instant to() {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
