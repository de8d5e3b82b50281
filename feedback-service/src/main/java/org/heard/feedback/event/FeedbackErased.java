package org.heard.feedback.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The fact that a submission must disappear. It may overtake the submission itself.
 *
 * @param version the submission's next one
 * @param reason {@code receipt}, {@code objection}, {@code admin}, or {@code retention}, which
 *     takes the words and keeps what was counted
 */
public record FeedbackErased(
    UUID submissionId,
    int version,
    String wardId,
    String organisationId,
    Instant erasedAt,
    String reason) {
  /** Topic and CloudEvents type. */
  public static final String TOPIC = "feedback.erased";
}
