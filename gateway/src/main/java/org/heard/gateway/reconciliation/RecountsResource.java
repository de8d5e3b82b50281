package org.heard.gateway.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.heard.gateway.upstream.Analytics;
import org.heard.gateway.upstream.RecountPage;

@Path("/api/v1/recounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliation")
class RecountsResource {
  private static final String REBUILD = "rebuild";

  private final Analytics analytics;
  private final CurrentCaller caller;

  RecountsResource(Analytics analytics, CurrentCaller caller) {
    this.analytics = analytics;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Whether what is counted is what there is to count",
      description =
          "Every night, and when asked, everything is counted anew and compared with the counts"
              + " that answers are made of. Reports, newest first.")
  @APIResponse(responseCode = "200", description = "One page of reports")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public RecountListView recounts(
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Reports on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    return RecountListView.of(analytics.recounts(caller.rawToken(), cursor, limit));
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Count everything anew now",
      description =
          "Answered at once; the report tells the end. Where a recount runs, that one is the"
              + " answer. With `rebuild` what differs is reported, and replaced by what the facts"
              + " say.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RecountPage.Order.class),
              examples = {
                @ExampleObject(name = "compare", value = "{\"rebuild\": false}"),
                @ExampleObject(name = "mend", value = "{\"rebuild\": true}")
              }))
  @APIResponse(
      responseCode = "202",
      description = "The report, to be completed",
      content = @Content(schema = @Schema(implementation = RecountListView.Item.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "409", ref = "RecountRunning")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public Response recount(JsonNode body) {
    RecountPage.Recount begun = analytics.recount(caller.rawToken(), rebuild(body));
    return Response.accepted(RecountListView.Item.of(begun)).build();
  }

  private static boolean rebuild(JsonNode body) {
    if (body == null || body.size() > 1 || !body.isObject()) {
      throw bad();
    }
    JsonNode rebuild = body.path(REBUILD);
    if (!rebuild.isBoolean() && !body.isEmpty()) {
      throw bad();
    }
    return rebuild.booleanValue();
  }

  private static ProblemException bad() {
    return new ProblemException(
        ErrorCode.BAD_REQUEST, "Send an object with true or false as rebuild, and nothing else.");
  }
}
