package org.heard.feedback.outbox;

import java.time.Instant;
import java.util.UUID;

/** A row of the outbox that has not been acknowledged by the broker yet. */
record WaitingFact(
    long rowId,
    UUID eventId,
    String topic,
    String key,
    String subject,
    Instant time,
    byte[] payload,
    String traceparent) {}
