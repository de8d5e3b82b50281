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
    @Schema(description = "As it was sent", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID id,
    @Schema(
            nullable = true,
            pattern = "^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]$",
            description =
                "For the person to keep; the same for every repeat, null if the words are erased",
            examples = "7QK2-M0ZD-9XVA-4T8C-D")
        String receiptCode,
    @Schema(description = "When it was first received", examples = "2026-10-05T08:15:31.204518Z")
        Instant receivedAt) {}
