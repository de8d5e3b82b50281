package org.heard.analytics.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;

/** Answers which actions of whole organisations need somebody. */
@Path("/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
class ActionsOverviewResource {
  private final ActionList list;
  private final CurrentCaller caller;

  ActionsOverviewResource(ActionList list, CurrentCaller caller) {
    this.list = list;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "Actions of the caller's organisations, the newest first, without their history",
      description =
          "Overdue: open, and the day to aim by or the end of its test is past. Unmeasured:"
              + " without a measure, or ended without what happened. With both, those that are"
              + " either.")
  @APIResponse(responseCode = "200", description = "A page of actions")
  @APIResponse(
      responseCode = "400",
      description = "BAD_FILTER, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page<ActionView> list(
      @Parameter(description = "true, or left out", example = "true") @QueryParam("overdue")
          String overdue,
      @Parameter(description = "true, or left out", example = "true") @QueryParam("unmeasured")
          String unmeasured,
      @Parameter(description = "noted, planned, testing, done or cannot-do", example = "testing")
          @QueryParam("status")
          String status,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    ActionFilter filter =
        ActionFilter.ofOrganisations(caller.get().organisations(), status, overdue, unmeasured);
    return list.find(filter, cursor, Limit.of(limit));
  }
}
