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
import org.heard.gateway.disclosure.InsideDisclosure;
import org.heard.gateway.upstream.Analytics;

@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class InsightsResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;
  private final InsideDisclosure disclosure;

  InsightsResource(
      CurrentCaller caller, WardReach reach, Analytics analytics, InsideDisclosure disclosure) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
    this.disclosure = disclosure;
  }

  @GET
  @Path("/{ward}/insights")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(
      summary = "What a ward's feedback says, period by period",
      description =
          "Counts are exact and live. A rate is a whole per cent 0-100 and is null, named in"
              + " `hidden` as `LOW_N`, when fewer than 10 responses (or comments with content, for"
              + " a theme or a pillar) stand behind it. Periods without feedback are listed with"
              + " zeros. With `question`, everything about comments is of those that answer it.")
  @APIResponse(responseCode = "200", description = "The periods, oldest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public InsightView insights(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(description = "`week` (default), `month` or `quarter`", example = "week")
          @QueryParam("bucket")
          String bucket,
      @Parameter(
              description =
                  "First period (`2026-W40`, `2026-10` or `2026-Q4`); by default the last 13"
                      + " periods, at most 120",
              example = "2026-W40")
          @QueryParam("from")
          String from,
      @Parameter(description = "Last period, inclusive", example = "2026-W47") @QueryParam("to")
          String to,
      @Parameter(
              description = "Only comments that answer `good`, `improve` or `why`",
              example = "improve")
          @QueryParam("question")
          String question) {
    String reached = reach.require(ward);
    Buckets.check(bucket);
    return InsightView.of(
        analytics.counts(caller.rawToken(), reached, bucket, from, to, question), disclosure);
  }
}
