package org.heard.feedback.breakglass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.access.ForCaller;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.json.SmallDocumentSettings;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.jboss.logging.Logger;

/** Break-glass: what somebody wrote, for whoever has to help because of it. */
@Path("/v1/feedback/{id}/raw-access")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Raw access")
class RawAccessResource {
  private static final Logger LOG = Logger.getLogger(RawAccessResource.class);

  private final RawAccesses accesses;
  private final Alerts alerts;
  private final RawAccessSettings settings;
  private final SmallDocumentSettings documents;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  RawAccessResource(
      RawAccesses accesses,
      Alerts alerts,
      RawAccessSettings settings,
      SmallDocumentSettings documents,
      FieldSettings fieldSettings,
      Caller caller) {
    this.accesses = accesses;
    this.alerts = alerts;
    this.settings = settings;
    this.documents = documents;
    this.fieldSettings = fieldSettings;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({"alert-handler", "service"})
  @ForCaller("alert-handler")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Read one submission's words as they were written, for an open alert and a reason",
      description =
          "The alert must be open, about this submission, in one of your lanes and organisations;"
              + " analytics-service is asked, and while it cannot be, nobody reads (503). The"
              + " reason lasts for `heard.raw-access.lasts` (30 minutes): until then the same"
              + " person reads again without one, and the first stands. Every reading is recorded,"
              + " and information-governance is shown it. Words that were taken back are there as"
              + " long as the alert is open. With an alert-handler's own token, or a service's"
              + " token and the alert-handler's in `Heard-Caller`.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RawAccessRequest.class),
              examples =
                  @ExampleObject(
                      name = "somebody may be in danger",
                      value =
                          "{\"alertId\": \"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1\", \"reason\":"
                              + " \"Ward asked which bed; a person may be in danger tonight.\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The words; keep them nowhere",
      content = @Content(schema = @Schema(implementation = RawWordsView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, CALLER_REQUIRED")
  @APIResponse(
      responseCode = "404",
      description =
          "NOT_FOUND: no such submission, no such open alert of it, another lane or organisation,"
              + " or nothing is sealed of it any more, alike")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE)
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD: no reason where one is needed, TEXT_TOO_SHORT, TEXT_TOO_LONG,"
              + " UNKNOWN_FIELD, VALIDATION_FAILED for several at once")
  @APIResponse(
      responseCode = "429",
      description = "RATE_LIMITED: {heard.raw-access.per-hour} readings by one person an hour")
  public RawWordsView read(
      @Parameter(
              description = "The submission's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id,
      InputStream body) {
    RawAccessRequest request =
        RawAccessRequest.read(
            JsonBody.read(body, documents.maxBytes()), settings, fieldSettings.maxErrors());
    Alerts.Alert alert =
        alert(request).filter(found -> isFor(found, id)).orElseThrow(RawAccessResource::unknown);
    RawWordsView words =
        accesses.read(
            alert, request, new RawAccesses.Reader(caller.subject(), caller.organisations()));
    LOG.infof("submission %s: raw words read, access %s", words.submissionId(), words.accessId());
    return words;
  }

  private Optional<Alerts.Alert> alert(RawAccessRequest request) {
    try {
      return request.namesAnAlert()
          ? alerts.open(request.alertId(), caller.rawToken())
          : Optional.empty();
    } catch (IOException away) {
      throw new ProblemException(ErrorCode.UNAVAILABLE, "The alert cannot be looked up now.");
    }
  }

  /** Asked for the caller, but nothing here rests on the other service alone. */
  private boolean isFor(Alerts.Alert alert, String submission) {
    return alert.submissionId().toString().equals(submission)
        && caller.lanes().contains(alert.lane());
  }

  private static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "No such alert of this submission.");
  }
}
