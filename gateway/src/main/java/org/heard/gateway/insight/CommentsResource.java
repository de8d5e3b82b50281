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
import org.heard.gateway.upstream.CommentPage;
import org.heard.gateway.upstream.CommentQuery;
import org.heard.gateway.upstream.WardPage;

@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class CommentsResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;
  private final StaffNames staffNames;

  CommentsResource(
      CurrentCaller caller, WardReach reach, Analytics analytics, StaffNames staffNames) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
    this.staffNames = staffNames;
  }

  @GET
  @Path("/{ward}/comments")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(
      summary = "A ward's comments with their tags",
      description =
          "Identifiers are removed, staff names are tokens such as `[STAFF-1]`; this is risk"
              + " reduction, not anonymisation. For the ward's own leader, who has no wider role,"
              + " the names stand instead of their tokens where a person is clearly praised and"
              + " nothing else is said of that person, as long as they can be asked for; then"
              + " `textWithTokens` has the text without them. Nobody can search for a name. A comment"
              + " that is held back has `text: null`, `language: null`, `severity: null`, no tags and"
              + " a reason in `withheld`; `theme` and `polarity` count it, `q`, `severity`, `language`"
              + " and `specificity` never find it.")
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
      @Parameter(
              description = "`generic` or `specific`: how the same tag is said",
              example = "specific")
          @QueryParam("specificity")
          String specificity,
      @Parameter(description = "Only submissions with this rating, 1-6", example = "1")
          @QueryParam("rating")
          String rating,
      @Parameter(description = "`good`, `improve` or `why`", example = "improve")
          @QueryParam("question")
          String question,
      @Parameter(
              description =
                  "`none`, `low`, `moderate` or `serious`: how bad the worst statement is",
              example = "moderate")
          @QueryParam("severity")
          String severity,
      @Parameter(description = "Code as in the comments; `und`: not known", example = "en")
          @QueryParam("language")
          String language,
      @Parameter(
              description =
                  "Words that all stand in it; `\"a phrase\"`, `-without`, `either or other`,"
                      + " `prefix*`. Names and their tokens cannot be searched for; common words"
                      + " (the, is) are left out, and a query of such alone is `BAD_FILTER`",
              example = "buzzer -night")
          @QueryParam("q")
          String q,
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
    CommentQuery query =
        new CommentQuery(
            theme,
            polarity,
            specificity,
            rating,
            question,
            severity,
            language,
            q,
            bucket,
            period,
            cursor,
            limit);
    CommentPage page = analytics.comments(caller.rawToken(), reached.id(), query);
    return CommentListView.of(
        reach.isLed(reached) ? staffNames.told(caller.rawToken(), page) : page, page);
  }
}
