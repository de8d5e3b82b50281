package org.heard.feedback.breakglass;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody read a submission's words; not the words. */
@Schema(name = "RawAccess")
record RawAccessView(
    @Schema(description = "Its id", examples = "5b2f7c90-1a4e-4f63-9d27-8e0c6a3b5d14") UUID id,
    @Schema(description = "Which submission", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID submissionId,
    @Schema(
            maxLength = 100,
            description = "For which alert",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1")
        String alertId,
    @Schema(maxLength = 50, description = "The alert's lane", examples = "mental-health")
        String lane,
    @Schema(
            maxLength = 255,
            description = "Who, as the identity provider names them",
            examples = "9d1f0a3c-handler")
        String subject,
    @Schema(
            nullable = true,
            maxLength = 2000,
            description =
                "Why, in that person's words; null once the submission's words are destroyed, as it"
                    + " may quote them",
            examples = "Ward asked which bed; a person may be in danger tonight.")
        String reason,
    @Schema(description = "When the reason was given", examples = "2026-10-06T09:00:00Z")
        Instant grantedAt,
    @Schema(description = "For how long it did", examples = "2026-10-06T09:30:00Z")
        Instant grantedUntil,
    @Schema(minimum = "1", description = "How often the words were read", examples = "2")
        long readings,
    @Schema(description = "When last", examples = "2026-10-06T09:12:41Z") Instant lastReadAt,
    @Schema(
            nullable = true,
            description = "When a second person saw it; null as long as nobody has",
            examples = "2026-10-06T11:05:00Z")
        Instant seenAt,
    @Schema(
            nullable = true,
            maxLength = 255,
            description = "Who that was; null as seenAt is",
            examples = "4f0c1d1e-governance")
        String seenBy) {

  static RawAccessView of(
      RawAccess access, String reason, RawAccessRepository.Use use, RawAccessSeen seen) {
    return new RawAccessView(
        access.id,
        access.submissionId,
        access.alertId,
        access.lane,
        access.subject,
        reason,
        access.grantedAt,
        access.expiresAt,
        use.readings(),
        use.last(),
        seen == null ? null : seen.seenAt,
        seen == null ? null : seen.subject);
  }
}
