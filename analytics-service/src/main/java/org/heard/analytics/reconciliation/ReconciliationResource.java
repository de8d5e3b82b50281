package org.heard.analytics.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Answers which ward-days did not agree with what feedback-service had. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliation")
class ReconciliationResource {
  private static final String OPEN = "open";
  private static final Set<String> STATES = Set.of(OPEN, "resolved");

  private final MismatchList mismatches;
  private final CurrentCaller caller;

  ReconciliationResource(MismatchList mismatches, CurrentCaller caller) {
    this.mismatches = mismatches;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("service")
  @ForCaller("admin")
  @Operation(
      summary = "Ward-days that do not agree with what feedback-service had, newest first",
      description = "One that agrees again, after its facts were sent again, is resolved.")
  @APIResponse(responseCode = "200", description = "A page of mismatches")
  @APIResponse(
      responseCode = "400",
      description = "BAD_FILTER, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page<MismatchView> mismatches(
      @Parameter(description = "open (default) or resolved", example = "open") @QueryParam("state")
          String state,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    String asked = state == null ? OPEN : state;
    if (!STATES.contains(asked)) {
      throw new ProblemException(ErrorCode.BAD_FILTER, "The state is open or resolved.");
    }
    MismatchList.Filter filter = new MismatchList.Filter(caller.get().organisations(), asked);
    return mismatches.find(filter, before(cursor), Limit.of(limit));
  }

  private static long before(String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(Cursor.parts(cursor, 1).get(0));
    } catch (NumberFormatException foreign) {
      throw Cursor.bad();
    }
  }
}
