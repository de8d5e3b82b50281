package org.heard.feedback.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;

/** A trust's own wording, for admins to change; whoever has a key reads it at the same address. */
@Path("/v1/wards/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class WardQuestionsResource {
  private final Directory directory;
  private final DirectorySettings settings;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  WardQuestionsResource(
      Directory directory, DirectorySettings settings, FieldSettings fieldSettings, Caller caller) {
    this.directory = directory;
    this.settings = settings;
    this.fieldSettings = fieldSettings;
    this.caller = caller;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("admin")
  @Operation(
      summary = "Put what is asked on a ward beside the Friends and Family Test's question",
      description =
          "Each of good, improve and why at most once, 1 to 40 languages each, 200 code points a"
              + " text; no questions: the usual ones.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = WardQuestions.class),
              examples =
                  @ExampleObject(
                      name = "one question in two languages",
                      value =
                          "{\"questions\": [{\"question\": \"good\", \"texts\": {\"en\": \"What did"
                              + " we do well?\", \"cy\": \"Beth wnaethom ni'n dda?\"}}]}")))
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = WardQuestions.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.directory.max-bytes} bytes")
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE, INVALID_LANGUAGE, TEXT_TOO_LONG,"
              + " VALIDATION_FAILED for several at once")
  public WardQuestions put(
      @Parameter(
              description = "The ward's id",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
              example = "W01")
          @PathParam("id")
          String id,
      InputStream body) {
    return directory.putQuestions(
        id,
        WardQuestions.read(JsonBody.read(body, settings.maxBytes()), fieldSettings.maxErrors()),
        caller.organisations());
  }
}
