package org.heard.gateway.insight;

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

/** Who read what nobody else reads, or carried comments away, for who looks after that. */
@Path("/api/v1/held-accesses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class HeldAccessesResource {
  private final CurrentCaller caller;
  private final Analytics analytics;

  HeldAccessesResource(CurrentCaller caller, Analytics analytics) {
    this.caller = caller;
    this.analytics = analytics;
  }

  @GET
  @RolesAllowed(Roles.INFORMATION_GOVERNANCE)
  @Operation(
      summary =
          "Who read comments that are held back for their language, wrote in their place, or"
              + " carried comments away as training data",
      description =
          "In your organisations, the last first: who, when, on which ward and of which comments;"
              + " never their words.")
  @APIResponse(responseCode = "200", description = "One page of accesses")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public HeldAccessListView accesses(
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Accesses on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    return HeldAccessListView.of(analytics.heldAccesses(caller.rawToken(), cursor, limit));
  }
}
