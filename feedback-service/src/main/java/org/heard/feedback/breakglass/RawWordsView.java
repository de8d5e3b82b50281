package org.heard.feedback.breakglass;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one submission says as it was written, to be read and not to be kept. */
@Schema(name = "RawWords")
record RawWordsView(
    @Schema(
            description = "Under which the reading is recorded",
            examples = "5b2f7c90-1a4e-4f63-9d27-8e0c6a3b5d14")
        UUID accessId,
    @Schema(description = "Which submission", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID submissionId,
    @Schema(
            maxLength = 100,
            description = "For which alert",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1")
        String alertId,
    @Schema(
            description = "Until then you may read it again; afterwards for a new reason",
            examples = "2026-10-06T09:30:00Z")
        Instant grantedUntil,
    @Schema(maxItems = 5, description = "In the order in which they were given")
        List<RawAnswer> answers) {

  /** One answer. */
  @Schema(name = "RawAnswer")
  record RawAnswer(
      @Schema(
              enumeration = {"good", "improve", "why"},
              description = "Which question it answers")
          String question,
      @Schema(
              nullable = true,
              maxLength = 4000,
              description = "As it was written, in code points; null where it is withheld",
              examples = "The nurse in bay 2, Jo, did not come.")
          String text,
      @Schema(
              nullable = true,
              maxLength = 40000,
              description =
                  "As others see it: what stands in the one and not in the other was taken out."
                      + " Null once the words were taken back",
              examples = "The nurse in [BED], [STAFF-1], did not come.")
          String redacted,
      @Schema(
              nullable = true,
              enumeration = "IN_REVIEW",
              description = "Why it is not shown: it waits for a lane that is not the reader's")
          String withheld) {

    static RawAnswer withheld(String question) {
      return new RawAnswer(question, null, null, "IN_REVIEW");
    }
  }
}
