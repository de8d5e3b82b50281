package org.heard.feedback.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How many submissions a ward has on a day, so that a consumer can tell whether it has them all.
 *
 * @param day of {@code countedAt} in the organisation's time zone
 * @param count submissions that were received by {@code asOf} and not erased by then; the end of
 *     retention takes words only, so such a submission counts
 * @param xor the bitwise exclusive or of their ids, written as a UUID
 * @param asOf the moment of which it tells, some time ago: whatever happened by then is committed
 */
public record FeedbackTally(String wardId, LocalDate day, long count, String xor, Instant asOf) {
  /** Topic and CloudEvents type. */
  public static final String TOPIC = "feedback.tally";
}
