package org.heard.analytics.comment;

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
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Answers held back for their language, and what people write in their place. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
class HeldCommentsResource {
  private final Wards wards;
  private final HeldList held;
  private final Translating translating;
  private final TranslationConfig limits;
  private final CurrentCaller caller;

  HeldCommentsResource(
      Wards wards,
      HeldList held,
      Translating translating,
      TranslationConfig limits,
      CurrentCaller caller) {
    this.wards = wards;
    this.held = held;
    this.translating = translating;
    this.limits = limits;
    this.caller = caller;
  }

  @GET
  @Path("/{ward}/held-comments")
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "Comments of a ward that wait for a person who reads their language, oldest first",
      description =
          "As they were published: names may stand in them. Who read which of them is noted. What"
              + " is in review is not among them, and neither is what retention has ended.")
  @APIResponse(responseCode = "200", description = "A page of held comments")
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public Page<HeldView> held(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    Ward ward = wards.require(wardId, caller.get().organisations());
    Place after = Place.after(cursor);
    return held.read(ward, after, Limit.of(limit), caller.get().subject());
  }

  @PUT
  @Path("/{ward}/comments/{id}/translation")
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Translate or clear a comment that is held back for its language",
      description =
          "A translation is tagged, counted and, where it raises an alert, withheld as any English"
              + " comment; a cleared comment is shown and has no content. Both are no longer"
              + " withheld for their language, and their tokens stand for nobody. The same again"
              + " changes nothing, another text replaces; alerts stay. It is kept as long as the"
              + " answer says the same, and noted with who wrote it. With the `version` of the words"
              + " that were read it is written in the place of these words and of no others.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = TranslationRequest.class),
              examples = {
                @ExampleObject(
                    name = "translated",
                    value =
                        "{\"kind\": \"translation\", \"text\": \"The nurses were very kind.\","
                            + " \"version\": \"5f0c3b7a91de\"}"),
                @ExampleObject(
                    name = "cleared",
                    value = "{\"kind\": \"cleared\", \"text\": \"Pielęgniarki były bardzo miłe.\"}")
              }))
  @APIResponse(
      responseCode = "200",
      description = "What everybody reads now",
      content = @Content(schema = @Schema(implementation = TranslationView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(
      responseCode = "404",
      description =
          "UNKNOWN_WARD; NOT_FOUND: no such comment on the ward, or one that was erased or whose"
              + " words have expired")
  @APIResponse(
      responseCode = "409",
      description =
          "NOT_HELD: not held back for its language (in review, or shown as it is); CHANGED: the"
              + " version is not that of its words now")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE, TEXT_TOO_LONG; NOT_ENGLISH: the translation"
              + " cannot be read")
  public TranslationView translate(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") @PathParam("id") String id,
      InputStream body)
      throws SQLException {
    Ward ward = wards.require(wardId, caller.get().organisations());
    CommentId comment = CommentId.of(id);
    if (comment == null) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such comment.");
    }
    TranslationRequest request = TranslationRequest.read(body, limits);
    return TranslationView.of(translating.put(ward, comment, request, caller.get().subject()));
  }
}
