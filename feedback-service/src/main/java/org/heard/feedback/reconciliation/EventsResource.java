package org.heard.feedback.reconciliation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.access.ForCaller;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.Fields;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.json.SmallDocumentSettings;
import org.heard.feedback.problem.ErrorCode;

/** Sending facts again, for admins. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Events")
class EventsResource {

  private final Reconciliation reconciliation;
  private final SmallDocumentSettings documents;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  EventsResource(
      Reconciliation reconciliation,
      SmallDocumentSettings documents,
      FieldSettings fieldSettings,
      Caller caller) {
    this.reconciliation = reconciliation;
    this.documents = documents;
    this.fieldSettings = fieldSettings;
    this.caller = caller;
  }

  /** What a request left to be published. */
  @Schema(name = "Queued")
  record Queued(
      @Schema(minimum = "0", description = "Facts that will be published", examples = "41")
          int events) {}

  /** One ward's day. */
  @Schema(name = "RedriveRequest")
  record RedriveRequest(
      @Schema(
              required = true,
              pattern = Directory.ID_PATTERN,
              description = "The ward",
              examples = "W01")
          String wardId,
      @Schema(
              required = true,
              examples = "2026-10-05",
              description = "ISO 8601, in the organisation's zone")
          LocalDate day) {
    private static final int DAY_CHARACTERS = "2026-10-05".length();

    static RedriveRequest read(ObjectNode body, int maxErrors) {
      Fields fields = Fields.of(body, maxErrors);
      String wardId = fields.requiredText("wardId");
      LocalDate day =
          fields.required(
              "day", fields.parsed("day", ErrorCode.INVALID_TIME, RedriveRequest::dayOf));
      fields.rejectUnknown();
      fields.check();
      return new RedriveRequest(wardId, day);
    }

    private static LocalDate dayOf(String text) {
      try {
        // Longer ones have years that PostgreSQL cannot hold.
        return text.length() == DAY_CHARACTERS ? LocalDate.parse(text) : null;
      } catch (DateTimeException malformed) {
        return null;
      }
    }
  }

  @POST
  @Path("/redrive")
  @RolesAllowed({"admin", "service"})
  @ForCaller("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Publish a ward-day's facts again; consumers drop those they have",
      description =
          "With an admin's own token, or a service's token and the admin's in `Heard-Caller`.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RedriveRequest.class),
              examples =
                  @ExampleObject(
                      name = "one ward-day",
                      value = "{\"wardId\": \"W01\", \"day\": \"2026-10-05\"}")))
  @APIResponse(
      responseCode = "202",
      description = "How many facts will be published",
      content = @Content(schema = @Schema(implementation = Queued.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, CALLER_REQUIRED")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE)
  @APIResponse(
      responseCode = "422",
      description =
          "UNKNOWN_WARD, INVALID_TIME, MISSING_FIELD, UNKNOWN_FIELD, TOO_MANY_FACTS,"
              + " VALIDATION_FAILED for several at once")
  public Response redrive(InputStream body) {
    RedriveRequest request =
        RedriveRequest.read(JsonBody.read(body, documents.maxBytes()), fieldSettings.maxErrors());
    int events = reconciliation.redrive(request.wardId(), request.day(), caller.organisations());
    return Response.accepted(new Queued(events)).build();
  }

  @POST
  @Path("/tally")
  @Operation(summary = "Publish the tallies of your organisations now instead of tonight")
  @APIResponse(
      responseCode = "202",
      description = "How many ward-days",
      content = @Content(schema = @Schema(implementation = Queued.class)))
  public Response tally() {
    return Response.accepted(new Queued(reconciliation.publishTallies(caller.organisations())))
        .build();
  }
}
