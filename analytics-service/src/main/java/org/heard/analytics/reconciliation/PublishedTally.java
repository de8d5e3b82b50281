package org.heard.analytics.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How much feedback-service had on a ward's day.
 *
 * @param day of the time counted, in the organisation's zone
 * @param count submissions received by {@code asOf} and not erased by then
 * @param xor the bitwise exclusive or of their ids
 */
public record PublishedTally(String wardId, LocalDate day, long count, UUID xor, Instant asOf) {}
