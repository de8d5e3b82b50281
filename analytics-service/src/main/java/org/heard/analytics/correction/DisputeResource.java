package org.heard.analytics.correction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.SQLException;
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
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Takes disputes of tags. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections")
class DisputeResource {
  private final Wards wards;
  private final Disputing disputing;
  private final CorrectionConfig limits;
  private final CurrentCaller caller;

  DisputeResource(Wards wards, Disputing disputing, CorrectionConfig limits, CurrentCaller caller) {
    this.wards = wards;
    this.disputing = disputing;
    this.limits = limits;
    this.caller = caller;
  }

  @POST
  @Path("/{ward}/comments/{id}/dispute")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say that a tag of a comment is wrong, or that one is missing",
      description =
          "Changes no tag and no count: an analyst decides. Of a tag one dispute is open at a"
              + " time; while it is, it is the answer. Takes no words: they could name people.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DisputeRequest.Body.class),
              examples = {
                @ExampleObject(
                    name = "a wrong tag",
                    value =
                        "{\"kind\": \"wrong\", \"layer\": \"compassion\","
                            + " \"theme\": \"being-heard\", \"polarity\": \"absent\"}"),
                @ExampleObject(
                    name = "a missing one",
                    value =
                        "{\"kind\": \"missing\", \"layer\": \"practical\","
                            + " \"theme\": \"food-and-drink\", \"polarity\": \"negative\","
                            + " \"evidence\": {\"start\": 0, \"end\": 17}}")
              }))
  @APIResponse(
      responseCode = "201",
      description = "The dispute",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The dispute of this tag that is open already",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(
      responseCode = "404",
      description =
          "UNKNOWN_WARD; NOT_FOUND: no such comment on the ward, or one that is not shown")
  @APIResponse(
      responseCode = "409",
      description =
          "NOT_TAGGED: nothing to be wrong; ALREADY_TAGGED: it is not missing; NO_CONTENT;"
              + " TOO_MANY_OPEN: decide some first")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD; INVALID_VALUE: no kind, or no tag of the taxonomy that"
              + " speaks of content; BAD_EVIDENCE")
  public Response dispute(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") @PathParam("id") String id,
      InputStream body)
      throws SQLException {
    Ward ward = wards.require(wardId, caller.get().organisations());
    CommentId comment = CommentId.of(id);
    if (comment == null) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such comment.");
    }
    Disputing.Raised raised =
        disputing.raise(ward, comment, DisputeRequest.read(body, limits), caller.get().subject());
    return Response.status(raised.fresh() ? Response.Status.CREATED : Response.Status.OK)
        .entity(CorrectionView.of(raised.correction()))
        .build();
  }
}
