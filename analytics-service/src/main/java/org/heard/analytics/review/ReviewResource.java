package org.heard.analytics.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.Place;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Asks people whether the model is right, and answers how right it was. */
@Path("/v1/review")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "review")
class ReviewResource {
  private static final String DAY = "[1-2][0-9]{3}-[0-9]{2}-[0-9]{2}";

  private final ReviewQueue queue;
  private final Reviewing reviewing;
  private final Quality quality;
  private final ReviewConfig limits;
  private final Sample sample;
  private final CurrentCaller caller;

  ReviewResource(
      ReviewQueue queue,
      Reviewing reviewing,
      Quality quality,
      ReviewConfig limits,
      Sample sample,
      CurrentCaller caller) {
    this.queue = queue;
    this.reviewing = reviewing;
    this.quality = quality;
    this.limits = limits;
    this.sample = sample;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "Comments whose tags a person is asked to judge, newest day first",
      description =
          "Shown comments with content of the last {heard.review.window}: some drawn, and those"
              + " with a tag that the model is not sure of. Those that were reviewed, and those of"
              + " wards that the caller leads, are not among them.")
  @APIResponse(responseCode = "200", description = "A page of comments")
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page<ReviewItem> queue(
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    Place after = cursor == null ? null : Place.parse(cursor);
    return queue.find(caller.get(), after, Limit.of(limit));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Judge what the model said of a comment",
      description =
          "A verdict on each of the model's tags, and what it has missed. Changes no tag: dispute"
              + " what is wrong. Sent again it takes the place of the caller's own before.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReviewRequest.Body.class),
              examples =
                  @ExampleObject(
                      name = "one right, one missing",
                      value =
                          "{\"verdicts\": [{\"layer\": \"compassion\", \"theme\": \"being-heard\","
                              + " \"polarity\": \"absent\", \"right\": true}],"
                              + " \"missing\": [{\"layer\": \"practical\","
                              + " \"theme\": \"food-and-drink\", \"polarity\": \"negative\","
                              + " \"evidence\": {\"start\": 0, \"end\": 17}}]}")))
  @APIResponse(
      responseCode = "200",
      description = "It is reviewed",
      content = @Content(schema = @Schema(implementation = ReviewedView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(responseCode = "403", description = "FORBIDDEN; OWN_WARD: the caller leads it")
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: nobody is asked about it, within the caller's organisations")
  @APIResponse(
      responseCode = "409",
      description = "ALREADY_TAGGED: what is missing has been said by the model")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE, TOO_MANY_ITEMS, BAD_EVIDENCE;"
              + " INCOMPLETE_REVIEW: the verdicts are not those of the model's tags")
  public ReviewedView review(
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") @PathParam("id") String id,
      InputStream body)
      throws SQLException {
    CommentId comment = CommentId.of(id);
    if (comment == null) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such comment is asked about.");
    }
    return reviewing.put(comment, ReviewRequest.read(body, limits), caller.get());
  }

  @GET
  @Path("/quality")
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "How right the present model was, tag by tag",
      description =
          "On drawn comments alone, as the model said it, whatever was corrected. Of several"
              + " reviews of a comment the first of its present words counts.")
  @APIResponse(
      responseCode = "200",
      description = "Exact numbers",
      content = @Content(schema = @Schema(implementation = QualityView.class)))
  @APIResponse(responseCode = "400", description = "BAD_PERIOD, PERIOD_ORDER")
  public QualityView quality(
      @Parameter(
              description = "First day the comments are counted on; default a window before to",
              example = "2026-09-01")
          @QueryParam("from")
          String from,
      @Parameter(description = "Last day, included; default today", example = "2026-11-30")
          @QueryParam("to")
          String to)
      throws SQLException {
    LocalDate last = to == null ? sample.today() : day(to);
    LocalDate first = from == null ? last.minusDays(limits.window().toDays()) : day(from);
    if (first.isAfter(last)) {
      throw new ProblemException(ErrorCode.PERIOD_ORDER, "from must not come after to.");
    }
    return quality.read(caller.get().organisations(), first, last);
  }

  private static LocalDate day(String written) {
    try {
      if (written.matches(DAY)) {
        return LocalDate.parse(written);
      }
    } catch (DateTimeParseException none) {
      // As below.
    }
    throw new ProblemException(ErrorCode.BAD_PERIOD, "A day looks like 2026-10-05 and must exist.");
  }
}
