package org.heard.gateway.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A page of ward-days on which analytics-service and feedback-service do not agree. */
public record MismatchPage(List<Mismatch> items, long total, String next) {

  /** One ward-day; {@code resolvedAt} is null while it is open. */
  public record Mismatch(
      String wardId,
      LocalDate day,
      String state,
      long expected,
      long found,
      Instant asOf,
      Instant firstSeenAt,
      Instant lastSeenAt,
      Instant resolvedAt) {}
}
