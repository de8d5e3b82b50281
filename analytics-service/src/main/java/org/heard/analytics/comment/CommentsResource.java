package org.heard.analytics.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.counting.Bucket;
import org.heard.analytics.counting.Periods;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;

/** Answers what was said. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
class CommentsResource {
  private final Wards wards;
  private final CommentSearch search;
  private final CurrentCaller caller;
  private final SearchConfig limits;
  private final Clock clock;

  CommentsResource(
      Wards wards, CommentSearch search, SearchConfig limits, CurrentCaller caller, Clock clock) {
    this.wards = wards;
    this.search = search;
    this.limits = limits;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/{ward}/comments")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Operation(
      summary = "Comments of a ward, newest day first, the comments of a day shuffled",
      description =
          "A comment is one answered question. With theme and polarity, total is the numerator of"
              + " the counts for the same periods. A withheld comment is listed without text,"
              + " language, severity and tags, and no filter by words, severity, language or"
              + " specificity finds it. Words are compared by their English stems; those that stand"
              + " everywhere (the, is) are left out, and a query of such alone is BAD_FILTER.")
  @APIResponse(responseCode = "200", description = "A page of comments")
  @APIResponse(
      responseCode = "400",
      description = "BAD_FILTER, BAD_BUCKET, BAD_PERIOD, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public Page<CommentView> comments(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(description = "Code of a theme", example = "being-heard") @QueryParam("theme")
          String theme,
      @Parameter(description = "present, absent, positive, negative or neutral", example = "absent")
          @QueryParam("polarity")
          String polarity,
      @Parameter(description = "generic or specific: of the same tag", example = "specific")
          @QueryParam("specificity")
          String specificity,
      @Parameter(description = "1 to 6", example = "5") @QueryParam("rating") String rating,
      @Parameter(description = "good, improve or why", example = "improve") @QueryParam("question")
          String question,
      @Parameter(description = "none, low, moderate or serious", example = "moderate")
          @QueryParam("severity")
          String severity,
      @Parameter(description = "As in the comments; und: not known", example = "en")
          @QueryParam("language")
          String language,
      @Parameter(
              description =
                  "Words that all stand in it; \"a phrase\", -without, either or other, prefix*",
              example = "buzzer -night")
          @QueryParam("q")
          String q,
      @Parameter(description = "week, month or quarter; default week") @QueryParam("bucket")
          String bucket,
      @Parameter(
              description = "One period of the bucket; without it, the last 13",
              example = "2026-W40")
          @QueryParam("period")
          String period,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    Ward ward = wards.require(wardId, caller.get().organisations());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ward.zone());
    CommentFilter filter =
        CommentFilter.of(
            new CommentFilter.Asked(
                theme, polarity, specificity, rating, question, severity, language, q),
            Periods.asked(Bucket.of(bucket), period, today),
            limits);
    return search.find(ward.id(), filter, Place.after(cursor), Limit.of(limit));
  }
}
