package org.heard.feedback.praise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.access.ForCaller;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * The way back from tokens to names, for the gateway alone. Every answer of this service is {@code
 * no-store}; this one above all.
 */
@Path("/v1/staff-names")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff names")
class StaffNamesResource {
  /** Whoever reads beyond the own wards reads tokens. */
  private static final List<String> WIDER = List.of("quality-analyst", "admin");

  private final StaffNames names;
  private final StaffNamesSettings settings;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  StaffNamesResource(
      StaffNames names, StaffNamesSettings settings, FieldSettings fieldSettings, Caller caller) {
    this.names = names;
    this.settings = settings;
    this.fieldSettings = fieldSettings;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("service")
  @ForCaller(value = "ward-leader", service = "gateway")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Names of staff in praise, for the leader of their ward",
      description =
          "With the gateway's token, and the leader's in `Heard-Caller`; a leader who is also"
              + " quality-analyst or admin is refused. Told are the names of the tokens asked for,"
              + " of submissions on wards within the leader's `units` and `organisations`; each"
              + " telling is noted, without the names. What is erased, expired, held back, put"
              + " aside, elsewhere or not there has no names, all alike. So has a name that shares"
              + " a word with one that is not asked for: it may be the same person. Which tokens"
              + " stand in praise is analytics-service's to say (`praised`).")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = NamesRequest.class),
              examples =
                  @ExampleObject(
                      name = "one comment",
                      value =
                          "[{\"submissionId\": \"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\","
                              + " \"tokens\": [\"[STAFF-1]\"]}]")))
  @APIResponse(
      responseCode = "200",
      description = "In the order of the questions",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = NamesView.class),
              examples =
                  @ExampleObject(
                      name = "one name",
                      value =
                          "[{\"submissionId\": \"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\","
                              + " \"names\": {\"[STAFF-1]\": \"Jo\"}}]")))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, CALLER_REQUIRED")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.staff-names.max-bytes} bytes")
  @APIResponse(
      responseCode = "422",
      description =
          "INVALID_VALUE for what is no token of staff, INVALID_ID, MISSING_FIELD, UNKNOWN_FIELD,"
              + " VALIDATION_FAILED for several at once; TOO_MANY_NAMES for more than"
              + " {heard.staff-names.max-submissions} submissions or {heard.staff-names.max-tokens}"
              + " tokens")
  public List<NamesView> told(InputStream body) {
    if (WIDER.stream().anyMatch(caller::is)) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "The caller reads tokens.");
    }
    List<NamesRequest> asked =
        NamesRequest.read(
            JsonBody.readArray(body, settings.maxBytes()), settings, fieldSettings.maxErrors());
    Map<UUID, Map<String, String>> told =
        names.told(
            asked, new StaffNames.Leader(caller.subject(), caller.organisations(), caller.units()));
    return asked.stream()
        .map(each -> NamesView.of(each, told.getOrDefault(each.submissionId(), Map.of())))
        .toList();
  }
}
