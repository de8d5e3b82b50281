package org.heard.feedback.submission;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the sender learns.
 *
 * @param receiptCode for the person to keep; the same for every repeat
 */
@Schema(name = "SubmissionReceipt")
public record SubmissionView(
    UUID id, @Schema(examples = "7QK2-M0ZD-9XVA-4T8C-P") String receiptCode, Instant receivedAt) {}
