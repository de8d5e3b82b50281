package org.heard.feedback.translation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.access.ForCaller;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.Redacting;

/** Takes out of what staff write what would be taken out of an answer; for the gateway alone. */
@Path("/v1/redact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Translations")
class RedactResource {
  private final Redacting redacting;
  private final Directory directory;
  private final RedactSettings settings;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  RedactResource(
      Redacting redacting,
      Directory directory,
      RedactSettings settings,
      FieldSettings fieldSettings,
      Caller caller) {
    this.redacting = redacting;
    this.directory = directory;
    this.settings = settings;
    this.fieldSettings = fieldSettings;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("service")
  @ForCaller(
      value = {"quality-analyst", "ward-leader"},
      service = "gateway")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A text that staff wrote about a ward, without identifiers",
      description =
          "With the gateway's token, and a quality-analyst's or ward-leader's in `Heard-Caller`, for"
              + " a ward of that person's `organisations`; which units a leader leads the gateway"
              + " judges. What comes out is what would come out of an answer"
              + " with these words: in English without names of persons, in other languages"
              + " without what has a form only. Nothing is stored.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RedactRequest.class),
              examples =
                  @ExampleObject(
                      name = "a translation",
                      value =
                          "{\"wardId\": \"W01\", \"language\": \"en\", \"text\": \"Nurse Folake was"
                              + " kind, call me on 07700 900123.\"}")))
  @APIResponse(
      responseCode = "200",
      description = "What may be kept",
      content =
          @Content(
              schema = @Schema(implementation = RedactedView.class),
              examples =
                  @ExampleObject(
                      name = "a translation",
                      value = "{\"text\": \"Nurse [STAFF-1] was kind, call me on [PHONE].\"}")))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_JSON, WRONG_TYPE, NUL_CHARACTER, LONE_SURROGATE")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, CALLER_REQUIRED")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.redact.max-bytes} bytes")
  @APIResponse(
      responseCode = "422",
      description =
          "UNKNOWN_WARD for one that the caller does not have, MISSING_FIELD, UNKNOWN_FIELD,"
              + " INVALID_LANGUAGE, TEXT_TOO_LONG, VALIDATION_FAILED for several at once")
  public RedactedView redact(InputStream body) {
    RedactRequest asked =
        RedactRequest.read(
            JsonBody.read(body, settings.maxBytes()), settings, fieldSettings.maxErrors());
    String organisation =
        directory
            .ward(asked.wardId())
            .filter(ward -> caller.organisations().contains(ward.organisationId()))
            .orElseThrow(RedactResource::unknownWard)
            .organisationId();
    return new RedactedView(redacting.redact(asked.text(), asked.language(), organisation));
  }

  private static ProblemException unknownWard() {
    return ProblemException.of(List.of(new FieldError("/wardId", ErrorCode.UNKNOWN_WARD)));
  }
}
