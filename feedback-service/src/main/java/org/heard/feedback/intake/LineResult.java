package org.heard.feedback.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.problem.Problem;
import org.heard.feedback.submission.SubmissionService;

/**
 * What became of one line.
 *
 * @param line from 1
 * @param id null if it could not be read
 */
@Schema(name = "BatchLineResult", examples = LineResult.ACCEPTED)
record LineResult(
    @Schema(minimum = "1", description = "Which line, from 1, blank ones included", examples = "1")
        int line,
    @Schema(
            nullable = true,
            description = "The submission's; null if it could not be read",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID id,
    @Schema(
            enumeration = {"accepted", "duplicate", "rejected"},
            description = "Stored now, stored before, or not stored")
        String status,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "True if the key is revoked and the line waits for an admin, else absent",
            examples = "true")
        Boolean quarantined,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Why it was rejected, else absent")
        Problem problem) {

  static final String ACCEPTED =
      """
      {"line": 1, "id": "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4", "status": "accepted"}
      """;

  static LineResult rejected(int line, UUID id, Problem problem) {
    return new LineResult(line, id, "rejected", null, problem);
  }

  static LineResult taken(int line, UUID id, SubmissionService.Outcome outcome) {
    String status = outcome.created() ? "accepted" : "duplicate";
    return new LineResult(line, id, status, outcome.quarantined() ? true : null, null);
  }
}
