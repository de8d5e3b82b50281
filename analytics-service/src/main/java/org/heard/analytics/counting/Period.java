package org.heard.analytics.counting;

import java.time.LocalDate;

/**
 * One day, week, month or quarter.
 *
 * @param from its first day
 */
public record Period(Bucket bucket, LocalDate from) {

  /** Its name, such as 2026-10-05, 2026-W40, 2026-10 or 2026-Q4. */
  public String label() {
    return bucket.label(from);
  }

  /** Its last day. */
  public LocalDate to() {
    return plus(1).from().minusDays(1);
  }

  /** The period so many later; earlier if negative. */
  public Period plus(long periods) {
    return new Period(bucket, bucket.shift(from, periods));
  }
}
