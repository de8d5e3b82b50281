package org.heard.gateway.correction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.heard.gateway.insight.CommentId;
import org.heard.gateway.insight.WardReach;
import org.heard.gateway.upstream.Analytics;

/** One click beside a tag. */
@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections")
class DisputeResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;

  DisputeResource(CurrentCaller caller, WardReach reach, Analytics analytics) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
  }

  @POST
  @Path("/{ward}/comments/{id}/dispute")
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say that a tag of a comment is wrong, or that one is missing",
      description =
          "Nothing changes until an analyst has decided. Of a tag one dispute is open at a time:"
              + " while it is, it is the answer. `evidence` is a passage of the text with tokens"
              + " such as `[STAFF-1]`: of `textWithTokens` where a comment has it, else of `text`."
              + " No words are taken: they could name people.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CorrectionBodies.Dispute.class),
              examples = {
                @ExampleObject(
                    name = "a wrong tag",
                    value =
                        "{\"kind\": \"wrong\", \"layer\": \"compassion\", \"theme\":"
                            + " \"being-heard\", \"polarity\": \"absent\"}"),
                @ExampleObject(
                    name = "a missing one",
                    value =
                        "{\"kind\": \"missing\", \"layer\": \"practical\", \"theme\":"
                            + " \"food-and-drink\", \"polarity\": \"negative\", \"evidence\":"
                            + " {\"start\": 0, \"end\": 17}}")
              }))
  @APIResponse(
      responseCode = "201",
      description = "The dispute",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The dispute of this tag that is open already",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownComment")
  @APIResponse(responseCode = "409", ref = "NotDisputable")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "422", ref = "BadCorrection")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public Response dispute(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(description = "Comment id", example = "0f8fad5b-d9cb-469f-a165-70867728950e-1")
          @PathParam("id")
          String id,
      JsonNode body) {
    String reached = reach.require(ward);
    if (!CommentId.fits(id)) {
      throw Analytics.unknownComment();
    }
    Analytics.Disputed disputed =
        analytics.dispute(caller.rawToken(), reached, id, CorrectionBodies.sendable(body));
    return Response.status(disputed.fresh() ? Response.Status.CREATED : Response.Status.OK)
        .entity(CorrectionView.of(disputed.correction()))
        .build();
  }
}
