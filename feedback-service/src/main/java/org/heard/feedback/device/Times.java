package org.heard.feedback.device;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times in requests. */
final class Times {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  private Times() {}

  /** An ISO 8601 date and time with any offset; null if it is none, or of no year that matters. */
  static Instant parse(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      boolean sensible = time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
      return sensible ? time.toInstant().truncatedTo(ChronoUnit.MICROS) : null;
    } catch (DateTimeException malformed) {
      return null;
    }
  }
}
