package org.heard.feedback.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * A person's door to the legal holds of analytics-service, which keeps them and notes who placed
 * and lifted each.
 */
@Path("/v1/holds/{submissionId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"information-governance", "admin"})
@Tag(name = "Erasures")
class LegalHoldsResource {
  private final LegalHolds holds;
  private final Caller caller;

  LegalHoldsResource(LegalHolds holds, Caller caller) {
    this.holds = holds;
    this.caller = caller;
  }

  /** Whether a submission has a legal hold now. */
  @Schema(name = "LegalHold")
  record LegalHoldView(
      @Schema(description = "Which submission", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
          UUID submissionId,
      @Schema(description = "Whether it has one now", examples = "true") boolean legalHold) {}

  @PUT
  @Operation(
      summary = "Place a legal hold",
      description =
          "While it stands neither an erasure nor the end of retention destroys what is sealed of"
              + " the submission. Analytics-service keeps it; 503 while that cannot be reached, or"
              + " has not read of the submission yet. It is placed before such a destruction or"
              + " after it, never within, and brings nothing back. Whether the words of what was"
              + " erased or expired are still there says GET /v1/erasures/{submissionId}:"
              + " destroyedAt is null as long as they are; once it is null after the answer, they"
              + " stay.")
  @APIResponse(
      responseCode = "200",
      description = "It stands",
      content = @Content(schema = @Schema(implementation = LegalHoldView.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: no such submission in your organisations")
  public LegalHoldView place(
      @Parameter(
              description = "The submission's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("submissionId")
          String submissionId) {
    return change(submissionId, true);
  }

  @DELETE
  @Operation(summary = "Lift a legal hold; what waited for it is destroyed within a day")
  @APIResponse(
      responseCode = "200",
      description = "There is none",
      content = @Content(schema = @Schema(implementation = LegalHoldView.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: no such submission in your organisations")
  public LegalHoldView lift(
      @Parameter(
              description = "The submission's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("submissionId")
          String submissionId) {
    return change(submissionId, false);
  }

  private LegalHoldView change(String submissionId, boolean placed) {
    UUID id = ErasureRequest.idOf(submissionId);
    try {
      if (id != null && change(id, placed, caller.rawToken())) {
        return new LegalHoldView(id, placed);
      }
    } catch (IOException away) {
      throw new ProblemException(
          ErrorCode.UNAVAILABLE, "Nothing is known to be changed. Try again.");
    }
    if (id != null && holds.isStored(id, caller.organisations())) {
      throw new ProblemException(
          ErrorCode.UNAVAILABLE, "Analytics-service has not read of it yet. Try again.");
    }
    throw new ProblemException(ErrorCode.NOT_FOUND, "No such submission.");
  }

  private boolean change(UUID id, boolean placed, String token) throws IOException {
    return placed ? holds.place(id, token) : holds.lift(id, token);
  }
}
