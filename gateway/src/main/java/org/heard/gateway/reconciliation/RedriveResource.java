package org.heard.gateway.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.heard.gateway.upstream.Feedback;

@Path("/api/v1/reconciliation/redrive")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliation")
class RedriveResource {
  /** The ids that feedback-service's directory takes. */
  private static final Pattern WARD_ID = Pattern.compile("[A-Za-z0-9_-]{1,50}");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Feedback feedback;
  private final CurrentCaller caller;

  RedriveResource(Feedback feedback, CurrentCaller caller) {
    this.feedback = feedback;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Have a ward-day's facts published again",
      description = "Whatever was lost behind the record comes back; what was not, is dropped.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Feedback.WardDay.class),
              examples =
                  @ExampleObject(
                      name = "a Monday",
                      value = "{\"wardId\": \"W01\", \"day\": \"2026-10-05\"}")))
  @APIResponse(
      responseCode = "202",
      description = "How many facts will be published",
      content =
          @Content(
              schema = @Schema(implementation = Feedback.Queued.class),
              examples = @ExampleObject(name = "a quiet day", value = "{\"events\": 7}")))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "422", ref = "TooManyFacts")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public Response redrive(JsonNode body) {
    Feedback.Queued queued = feedback.redrive(caller.rawToken(), wardDay(body));
    return Response.accepted(queued).build();
  }

  private static Feedback.WardDay wardDay(JsonNode body) {
    if (body == null
        || body.size() != 2
        || !WARD_ID.matcher(body.path("wardId").asText()).matches()
        || !body.path("wardId").isTextual()
        || !DAY.matcher(body.path("day").asText()).matches()
        || !body.path("day").isTextual()) {
      throw new ProblemException(
          ErrorCode.BAD_REQUEST,
          "Send an object with a ward's id as wardId and a date like 2026-10-05 as day, and nothing"
              + " else.");
    }
    try {
      LocalDate day = LocalDate.parse(body.get("day").textValue());
      return new Feedback.WardDay(body.get("wardId").textValue(), day.toString());
    } catch (DateTimeException malformed) {
      throw new ProblemException(ErrorCode.BAD_REQUEST, "day is a date like 2026-10-05.");
    }
  }
}
