package org.heard.analytics.hold;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.jboss.logging.Logger;

/** Answers feedback-service what it may not destroy yet; people place and lift legal holds. */
@Path("/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "holds")
class HoldsResource {
  private static final Logger LOG = Logger.getLogger(HoldsResource.class);
  private static final int UUID_CHARACTERS = 36;

  private final Holds holds;
  private final HoldConfig config;
  private final CurrentCaller caller;

  HoldsResource(Holds holds, HoldConfig config, CurrentCaller caller) {
    this.holds = holds;
    this.config = config;
    this.caller = caller;
  }

  /** Whether a submission is held. */
  @Schema(name = "Hold")
  record HoldView(
      @Schema(
              description =
                  "It has an open alert or a legal hold, or may have an alert as it was not read"
                      + " here yet",
              examples = "false")
          boolean held,
      @Schema(
              nullable = true,
              enumeration = {"receipt", "objection", "admin", "retention"},
              description =
                  "Why its words are gone here, once its erasure was read; retention: what it"
                      + " counted stays",
              examples = "receipt")
          String erasedReason) {}

  /** Those that are held. */
  @Schema(name = "Holds")
  record HoldsView(
      @Schema(maxItems = 1000, description = "Their ids, of those that were asked about")
          Set<UUID> held) {}

  /** Whether a submission has a legal hold now. */
  @Schema(name = "LegalHold")
  record LegalHoldView(
      @Schema(description = "Which submission") UUID submissionId,
      @Schema(description = "Whether it has a legal hold now") boolean legalHold) {}

  @GET
  @Path("/{submission}")
  @RolesAllowed("service")
  @Operation(
      summary = "Whether a submission may not be destroyed yet, and whether its erasure came",
      description = "Takes the service's token alone.")
  @APIResponse(responseCode = "200", description = "Whether it is held, and is erased here")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: not a submission's id")
  public HoldView held(
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4") @PathParam("submission")
          String submission)
      throws SQLException {
    UUID id = idOf(submission);
    return new HoldView(!holds.held(List.of(id)).isEmpty(), holds.erasedReason(id).orElse(null));
  }

  @GET
  @RolesAllowed("service")
  @Operation(
      summary = "Which of these submissions may not be destroyed yet",
      description = "Takes the service's token alone.")
  @APIResponse(responseCode = "200", description = "Those that are held")
  @APIResponse(
      responseCode = "400",
      description = "BAD_FILTER: no ids, malformed ones, or too many")
  public HoldsView heldOf(
      @Parameter(description = "Ids, separated by commas; at most 1,000") @QueryParam("submissions")
          String submissions)
      throws SQLException {
    List<UUID> asked = new ArrayList<>();
    for (String id : submissions == null ? new String[] {""} : submissions.split(",", -1)) {
      UUID parsed = parse(id);
      if (parsed == null || asked.size() == config.maxAsked()) {
        throw new ProblemException(
            ErrorCode.BAD_FILTER, "Send 1 to " + config.maxAsked() + " ids of submissions.");
      }
      asked.add(parsed);
    }
    return new HoldsView(holds.held(asked));
  }

  @PUT
  @Path("/{submission}")
  @RolesAllowed("service")
  @ForCaller({"information-governance", "admin"})
  @Operation(summary = "Place a legal hold: nothing of the submission is destroyed while it stands")
  @APIResponse(responseCode = "200", description = "It stands")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: not a submission of the caller's")
  public LegalHoldView place(
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4") @PathParam("submission")
          String submission)
      throws SQLException {
    UUID id = idOf(submission);
    if (!holds.place(id, caller.get().subject(), caller.get().organisations())) {
      throw unknown();
    }
    LOG.infof("submission %s: legal hold placed", id);
    return new LegalHoldView(id, true);
  }

  @DELETE
  @Path("/{submission}")
  @RolesAllowed("service")
  @ForCaller({"information-governance", "admin"})
  @Operation(summary = "Lift a submission's legal hold")
  @APIResponse(responseCode = "200", description = "There is none")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: not a submission of the caller's")
  public LegalHoldView lift(
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4") @PathParam("submission")
          String submission)
      throws SQLException {
    UUID id = idOf(submission);
    if (!holds.lift(id, caller.get().subject(), caller.get().organisations())) {
      throw unknown();
    }
    LOG.infof("submission %s: legal hold lifted", id);
    return new LegalHoldView(id, false);
  }

  private static UUID idOf(String text) {
    UUID id = parse(text);
    if (id == null) {
      throw unknown();
    }
    return id;
  }

  private static UUID parse(String text) {
    try {
      return text.length() == UUID_CHARACTERS ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "No such submission.");
  }
}
