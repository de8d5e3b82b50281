package org.heard.gateway.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.upstream.ActionPage;
import org.heard.gateway.upstream.ActionQuery;
import org.heard.gateway.upstream.Analytics;

/** Which actions of an organisation need somebody. */
@Path("/api/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
class ActionsOverviewResource {
  private final CurrentCaller caller;
  private final Analytics analytics;

  ActionsOverviewResource(CurrentCaller caller, Analytics analytics) {
    this.caller = caller;
    this.analytics = analytics;
  }

  @GET
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "Actions of your organisations, the newest first",
      description =
          "Overdue: open, and the day to aim by or the end of its test is past. Unmeasured:"
              + " without a measure, or ended without what happened. With both, those that are"
              + " either.")
  @APIResponse(responseCode = "200", description = "One page of actions, without their history")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public ActionPage actions(
      @Parameter(description = "`true`, or left out", example = "true") @QueryParam("overdue")
          String overdue,
      @Parameter(description = "`true`, or left out", example = "true") @QueryParam("unmeasured")
          String unmeasured,
      @Parameter(
              description = "`noted`, `planned`, `testing`, `done` or `cannot-do`",
              example = "testing")
          @QueryParam("status")
          String status,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Actions on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    return analytics.actions(
        caller.rawToken(), new ActionQuery(overdue, unmeasured, status, cursor, limit));
  }
}
