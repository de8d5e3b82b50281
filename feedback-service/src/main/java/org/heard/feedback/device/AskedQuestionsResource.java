package org.heard.feedback.device;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.WardQuestions;

/** What is asked on a ward, for whoever has a key. Here, as the directory knows no keys. */
@Path("/v1/wards/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class AskedQuestionsResource {
  private final Directory directory;
  private final KeyLimits limits;
  private final SecurityIdentity identity;

  AskedQuestionsResource(Directory directory, KeyLimits limits, SecurityIdentity identity) {
    this.directory = directory;
    this.limits = limits;
    this.identity = identity;
  }

  @GET
  @RolesAllowed({Sender.ROLE, "admin"})
  @Operation(
      summary = "What is asked on a ward",
      description =
          "Every patient may read it, so any key may; a ward without words of its own, or that does"
              + " not exist, has the usual ones.")
  @APIResponse(
      responseCode = "200",
      description = "The questions, in the order in which they are asked",
      content = @Content(schema = @Schema(implementation = WardQuestions.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and"
              + " {heard.key-limit.burst} at once, one limit for all doors of a device")
  public WardQuestions questions(
      @Parameter(
              description = "The ward's id",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
              example = "W01")
          @PathParam("id")
          String id) {
    if (identity.getPrincipal() instanceof Sender sender) {
      sender.requireGoodKey();
      limits.take(sender);
    }
    return directory.questions(id);
  }
}
