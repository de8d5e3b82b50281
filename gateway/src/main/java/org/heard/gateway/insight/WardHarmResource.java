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
import org.heard.gateway.upstream.WardPage;

/** Where a good score hides harm on a ward. */
@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class WardHarmResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;
  private final StaffNames staffNames;

  WardHarmResource(
      CurrentCaller caller, WardReach reach, Analytics analytics, StaffNames staffNames) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
    this.staffNames = staffNames;
  }

  @GET
  @Path("/{ward}/hidden-harm")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(
      summary = "A ward's comments with a good score and a serious statement",
      description =
          "Comments of submissions rated 1 or 2 whose worst statement is serious, newest day first,"
              + " and how many there are in each period. What is held back is neither listed nor"
              + " counted here.")
  @APIResponse(responseCode = "200", description = "One page of comments, and counts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public HiddenHarmView ofWard(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
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
    WardPage.Ward reached = reach.reach(ward);
    Buckets.check(bucket);
    PageQuery query = new PageQuery(bucket, period, cursor, limit);
    HiddenHarmPage page = analytics.hiddenHarm(caller.rawToken(), reached.id(), query);
    return HiddenHarmView.of(
        reach.isLed(reached)
            ? staffNames.told(caller.rawToken(), page.comments())
            : page.comments(),
        page);
  }
}
