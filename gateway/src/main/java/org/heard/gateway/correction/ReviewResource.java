package org.heard.gateway.correction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.disclosure.InsideDisclosure;
import org.heard.gateway.insight.CommentId;
import org.heard.gateway.upstream.Analytics;

/** Asks people whether the model is right, and says how right it was. */
@Path("/api/v1/review")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "review")
class ReviewResource {
  private final CurrentCaller caller;
  private final Analytics analytics;
  private final InsideDisclosure disclosure;

  ReviewResource(CurrentCaller caller, Analytics analytics, InsideDisclosure disclosure) {
    this.caller = caller;
    this.analytics = analytics;
    this.disclosure = disclosure;
  }

  @GET
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "Comments whose tags a person is asked to judge",
      description =
          "Newest day first: some are drawn, others have a tag that the model is not sure of. Those"
              + " that were reviewed, and those of wards that the caller leads, are not among them.")
  @APIResponse(responseCode = "200", description = "One page of comments")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public ReviewListView queue(
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Comments on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    return ReviewListView.of(analytics.reviews(caller.rawToken(), cursor, limit));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Judge what the model said of a comment",
      description =
          "A verdict on each of its tags, and what it has missed. No tag changes by it: dispute"
              + " what is wrong. Sent again it takes the place of your own before.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CorrectionBodies.Review.class),
              examples =
                  @ExampleObject(
                      name = "one right, one missing",
                      value =
                          "{\"verdicts\": [{\"layer\": \"compassion\", \"theme\": \"being-heard\","
                              + " \"polarity\": \"absent\", \"right\": true}], \"missing\":"
                              + " [{\"layer\": \"practical\", \"theme\": \"food-and-drink\","
                              + " \"polarity\": \"negative\", \"evidence\": {\"start\": 0,"
                              + " \"end\": 17}}]}")))
  @APIResponse(
      responseCode = "200",
      description = "It is reviewed",
      content = @Content(schema = @Schema(implementation = ReviewedView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "OwnJudgement")
  @APIResponse(responseCode = "404", ref = "NotWithinReach")
  @APIResponse(responseCode = "409", ref = "NotDisputable")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "422", ref = "BadCorrection")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public ReviewedView review(
      @Parameter(description = "Comment id", example = "0f8fad5b-d9cb-469f-a165-70867728950e-1")
          @PathParam("id")
          String id,
      JsonNode body) {
    if (!CommentId.fits(id)) {
      throw Analytics.unknownReview();
    }
    return ReviewedView.of(
        analytics.review(caller.rawToken(), id, CorrectionBodies.sendable(body)));
  }

  @GET
  @Path("/quality")
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "How right the model is, tag by tag",
      description =
          "On drawn comments of the own organisations alone, as the model said it, whatever was"
              + " corrected; the present model only. Of several reviews of a comment the first"
              + " of its present words counts.")
  @APIResponse(
      responseCode = "200",
      description = "Precision and recall with intervals",
      content = @Content(schema = @Schema(implementation = QualityView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public QualityView quality(
      @Parameter(
              description = "First day the comments are counted on; by default 90 days before `to`",
              example = "2026-09-01")
          @QueryParam("from")
          String from,
      @Parameter(description = "Last day, included; by default today", example = "2026-11-30")
          @QueryParam("to")
          String to) {
    return QualityView.of(analytics.quality(caller.rawToken(), from, to), disclosure);
  }
}
