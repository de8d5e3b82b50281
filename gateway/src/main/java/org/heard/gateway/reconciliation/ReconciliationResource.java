package org.heard.gateway.reconciliation;

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
import org.heard.gateway.upstream.Analytics;

@Path("/api/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliation")
class ReconciliationResource {
  private final CurrentCaller caller;
  private final Analytics analytics;

  ReconciliationResource(CurrentCaller caller, Analytics analytics) {
    this.caller = caller;
    this.analytics = analytics;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Ward-days of which not everything has arrived",
      description =
          "Every night what was received is compared with what is counted. A ward's day that"
              + " differs is listed, newest first, until its facts have been sent again and it"
              + " agrees.")
  @APIResponse(responseCode = "200", description = "One page of mismatches")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public MismatchListView mismatches(
      @Parameter(description = "`open` (default) or `resolved`", example = "open")
          @QueryParam("state")
          String state,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Mismatches on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    return MismatchListView.of(analytics.mismatches(caller.rawToken(), state, cursor, limit));
  }
}
