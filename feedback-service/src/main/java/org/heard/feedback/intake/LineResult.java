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
@Schema(name = "BatchLineResult")
record LineResult(
    int line,
    UUID id,
    @Schema(enumeration = {"accepted", "duplicate", "rejected"}) String status,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "True if the key is revoked and the line waits for an admin")
        Boolean quarantined,
    @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem) {

  static LineResult rejected(int line, UUID id, Problem problem) {
    return new LineResult(line, id, "rejected", null, problem);
  }

  static LineResult taken(int line, UUID id, SubmissionService.Outcome outcome) {
    String status = outcome.created() ? "accepted" : "duplicate";
    return new LineResult(line, id, status, outcome.quarantined() ? true : null, null);
  }
}
