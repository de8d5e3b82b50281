package org.heard.gateway.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.heard.gateway.upstream.HiddenHarmPage;
import org.heard.gateway.upstream.PageQuery;

/** Where a good score hides harm in an organisation. */
@Path("/api/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class OrganisationHarmResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;

  OrganisationHarmResource(CurrentCaller caller, WardReach reach, Analytics analytics) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
  }

  @GET
  @Path("/{org}/hidden-harm")
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "The same of all wards of an organisation",
      description =
          "With the ward of each comment, by day: wards are never ranked here, and counts are of"
              + " the whole organisation.")
  @APIResponse(responseCode = "200", description = "One page of comments, and counts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownOrganisation")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public HiddenHarmView ofOrganisation(
      @Parameter(description = "Organisation id", example = "O01") @PathParam("org")
          String organisation,
      @Parameter(description = "`week` (default), `month` or `quarter`", example = "week")
          @QueryParam("bucket")
          String bucket,
      @Parameter(
              description = "Only this period; by default the last 13 buckets",
              example = "2026-W40")
          @QueryParam("period")
          String period,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Comments on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    String reached = reach.requireOrganisation(organisation);
    Buckets.check(bucket);
    PageQuery query = new PageQuery(bucket, period, cursor, limit);
    HiddenHarmPage page = analytics.hiddenHarmWithin(caller.rawToken(), reached, query);
    return HiddenHarmView.of(page.comments(), page);
  }
}
