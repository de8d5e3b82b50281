package org.heard.gateway.insight;

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
import org.heard.gateway.upstream.Analytics;
import org.heard.gateway.upstream.Feedback;
import org.heard.gateway.upstream.Translation;

/** Comments in languages that redaction does not read, and the people who do. */
@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class HeldCommentsResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;
  private final Feedback feedback;
  private final TranslationSettings settings;

  HeldCommentsResource(
      CurrentCaller caller,
      WardReach reach,
      Analytics analytics,
      Feedback feedback,
      TranslationSettings settings) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
    this.feedback = feedback;
    this.settings = settings;
  }

  @GET
  @Path("/{ward}/held-comments")
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "A ward's comments that wait for somebody who reads their language",
      description =
          "Oldest day first. Names cannot be found in them, so they may stand there: nobody else"
              + " reads them, and who read which is noted. What is in review is not among them.")
  @APIResponse(responseCode = "200", description = "One page of held comments")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public HeldListView held(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Comments on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    String reached = reach.require(ward);
    return HeldListView.of(analytics.held(caller.rawToken(), reached, cursor, limit));
  }

  @PUT
  @Path("/{ward}/comments/{id}/translation")
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Translate or clear a comment that is held back for its language",
      description =
          "Identifiers that are found in your text are taken out; what everybody reads comes back."
              + " A translation is tagged and counted as any English comment, and withheld where it"
              + " raises an alert that somebody must see first; a cleared comment is shown, has no"
              + " content and is not counted by theme. Sent again it changes nothing; another text"
              + " replaces it. It is noted who wrote it. Send the `version` of the words that you"
              + " have read: once the words are others, it is refused with 409 `CHANGED`. Leave it"
              + " out only to mend a text that stands there already and is in no list any more.")
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
      content =
          @Content(
              schema = @Schema(implementation = TranslationView.class),
              examples =
                  @ExampleObject(
                      name = "translated",
                      value =
                          "{\"id\": \"0f8fad5b-d9cb-469f-a165-70867728950e-1\", \"text\":"
                              + " \"The nurses were very kind.\", \"language\": \"en\","
                              + " \"translatedFrom\": \"pl\"}")))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownComment")
  @APIResponse(responseCode = "409", ref = "NotHeld")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "422", ref = "BadTranslation")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public TranslationView translate(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(
              description = "Comment id, as the list of held comments has it",
              example = "0f8fad5b-d9cb-469f-a165-70867728950e-1")
          @PathParam("id")
          String id,
      JsonNode body) {
    String reached = reach.require(ward);
    if (!CommentId.fits(id)) {
      throw Analytics.unknownComment();
    }
    TranslationRequest asked = TranslationRequest.read(body, settings);
    Feedback.Written written = new Feedback.Written(reached, asked.language(), asked.text());
    // What a person typed may hold names: nothing is kept of it before they are out.
    String redacted = feedback.redacted(caller.rawToken(), written);
    return TranslationView.of(
        analytics.translate(
            caller.rawToken(),
            reached,
            id,
            new Translation(asked.kind(), redacted, asked.version())));
  }
}
