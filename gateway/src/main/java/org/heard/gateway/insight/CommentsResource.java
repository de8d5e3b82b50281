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
import org.heard.gateway.upstream.CommentQuery;

@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class CommentsResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;

  CommentsResource(CurrentCaller caller, WardReach reach, Analytics analytics) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
  }

  @GET
  @Path("/{ward}/comments")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(
      summary = "A ward's comments with their tags",
      description =
          "Identifiers are removed, staff names are tokens such as `[STAFF-1]`; this is risk"
              + " reduction, not anonymisation. A comment that is held back has `text: null`,"
              + " `language: null`, no tags and a reason in `withheld`.")
  @APIResponse(responseCode = "200", description = "One page of comments")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public CommentListView comments(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(description = "Only comments with this theme", example = "being-heard")
          @QueryParam("theme")
          String theme,
      @Parameter(description = "Polarity of that theme", example = "present")
          @QueryParam("polarity")
          String polarity,
      @Parameter(description = "Only submissions with this rating, 1-6", example = "1")
          @QueryParam("rating")
          String rating,
      @Parameter(description = "Words to search for") @QueryParam("q") String q,
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
    String reached = reach.require(ward);
    CommentQuery query =
        new CommentQuery(theme, polarity, rating, q, bucket, period, cursor, limit);
    return CommentListView.of(analytics.comments(caller.rawToken(), reached, query));
  }
}
