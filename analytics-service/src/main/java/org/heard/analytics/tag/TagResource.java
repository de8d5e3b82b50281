package org.heard.analytics.tag;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.counting.TagVersions;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.Tagger;

/** Tags comments that somebody sends, and forgets them. */
@Path("/v1/tag")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tagging")
class TagResource {
  private final Tagger tagger;
  private final TagVersions versions;
  private final TagRequest request;

  TagResource(Tagger tagger, TagVersions versions, TagConfig limits) {
    this.tagger = tagger;
    this.versions = versions;
    this.request = new TagRequest(limits);
  }

  @POST
  @RolesAllowed({"quality-analyst", "admin", "service"})
  @Operation(
      summary = "Tags comments; stores nothing",
      description =
          "Takes a person's token, or the service's alone. An array of up to 1,000 items in, an"
              + " array in the same order out. An item that cannot be tagged has a problem and"
              + " empty lists; the others are answered all the same. Codes of items: MISSING_FIELD,"
              + " WRONG_TYPE, INVALID_ID, INVALID_RATING, INVALID_VALUE, TEXT_TOO_LONG,"
              + " NUL_CHARACTER, LONE_SURROGATE.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = TagItem.class),
              examples =
                  @ExampleObject(
                      name = "one comment",
                      value =
                          "[{\"id\": \"row-17\", \"question\": \"improve\", \"rating\": 4,"
                              + " \"text\": \"Nobody answered the buzzer all night.\"}]")))
  @APIResponse(
      responseCode = "200",
      description = "One answer an item, in order",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TaggedView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE, INCOMPLETE_BODY")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE: more than 64 MB")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(responseCode = "422", description = "TOO_MANY_ITEMS: more than 1,000")
  public List<TaggedView> tag(InputStream body) throws IOException {
    return request.answer(body, this::answer);
  }

  private TaggedView answer(JsonNode item) {
    try {
      return TaggedView.of(TagItem.id(item), tagger.tag(TagItem.read(item)), versions);
    } catch (ProblemException bad) {
      return TaggedView.of(TagItem.id(item), bad.problem(), versions);
    }
  }
}
