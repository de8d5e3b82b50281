package org.heard.feedback.fhir;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.heard.feedback.device.KeyLimits;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.OperationOutcome;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.GroupCommit;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.heard.feedback.submission.SubmissionSettings;

/** The door for a FHIR resource. */
@Path("/v1/fhir/QuestionnaireResponse")
@Produces({OperationOutcome.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RolesAllowed(Sender.ROLE)
@Tag(name = "FHIR")
class ResponseResource {
  private static final String EXAMPLE =
      """
      {"resourceType": "QuestionnaireResponse",
       "identifier": {"system": "urn:ietf:rfc:3986",
                      "value": "urn:uuid:7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4"},
       "questionnaire": "urn:heard:fhir:Questionnaire:fft|1.0.0",
       "status": "completed",
       "authored": "2026-10-05T09:15:30+01:00",
       "item": [
         {"linkId": "fft-overall", "answer": [{"valueCoding": {
           "system": "urn:heard:fhir:CodeSystem:fft-rating", "code": "1"}}]},
         {"linkId": "fft-good", "answer": [{"valueString": "She stayed until I was calm."}]}]}
      """;
  private static final String STORED =
      """
      {"resourceType": "QuestionnaireResponse",
       "id": "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4",
       "meta": {"lastUpdated": "2026-10-05T08:15:31.204518Z", "tag": [{
         "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
         "code": "SUBSETTED"}]},
       "extension": [{"url": "urn:heard:fhir:StructureDefinition:receipt-code",
                      "valueString": "7QK2-M0ZD-9XVA-4T8C-D"}],
       "identifier": {"system": "urn:ietf:rfc:3986",
                      "value": "urn:uuid:7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4"},
       "status": "completed", "authored": "2026-10-05T09:15:30+01:00"}
      """;
  private static final String PUT_ASIDE =
      """
      {"resourceType": "QuestionnaireResponse",
       "id": "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4",
       "meta": {"tag": [{
         "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
         "code": "SUBSETTED"}]},
       "extension": [{"url": "urn:heard:fhir:StructureDefinition:quarantined",
                      "valueBoolean": true}],
       "identifier": {"system": "urn:ietf:rfc:3986",
                      "value": "urn:uuid:7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4"},
       "status": "completed", "authored": "2026-10-05T09:15:30+01:00"}
      """;
  private static final String REFUSED =
      """
      {"resourceType": "OperationOutcome", "issue": [{
        "severity": "error", "code": "code-invalid",
        "details": {"coding": [{"system": "urn:heard:problem", "code": "INVALID_RATING"}],
                    "text": "The rating is not 1 to 6"},
        "expression": ["QuestionnaireResponse.item[0].answer[0].value.code"]}]}
      """;

  private final ResponseReader reader;
  private final GroupCommit submissions;
  private final SubmissionSettings settings;
  private final KeyLimits limits;
  private final SecurityIdentity identity;

  ResponseResource(
      ResponseReader reader,
      GroupCommit submissions,
      SubmissionSettings settings,
      KeyLimits limits,
      SecurityIdentity identity) {
    this.reader = reader;
    this.submissions = submissions;
    this.settings = settings;
    this.limits = limits;
    this.identity = identity;
  }

  @POST
  @Consumes(OperationOutcome.MEDIA_TYPE)
  @Operation(
      summary = "Leave feedback as a FHIR R4 QuestionnaireResponse",
      description =
          "Like POST /v1/feedback, with the channel `fhir`; every refusal is an OperationOutcome"
              + " with an issue for each wrong value. Never kept: `id`, `meta`, `text`, `basedOn`,"
              + " `partOf`, `subject`, `encounter`, `author`, `source`, the items' `text` and"
              + " `definition`, what a coding says beside `system`, `code` and `display`, and what"
              + " an identifier says beside `system` and `value`. Refused, as it would be lost or"
              + " change what is said: `contained`, `extension`, `modifierExtension`,"
              + " `implicitRules`, items within items.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(implementation = ResponseFields.class),
              examples = @ExampleObject(name = "a rating and a text", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description =
          "Stored. `id` is the submission's, `meta.lastUpdated` when it was received, the extension"
              + " the receipt code. The answers are not shown",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(implementation = ResponseFields.class),
              examples = @ExampleObject(name = "stored", value = STORED)))
  @APIResponse(
      responseCode = "200",
      description = "Already stored; the same receipt",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(implementation = ResponseFields.class),
              examples = @ExampleObject(name = "stored before", value = STORED)))
  @APIResponse(
      responseCode = "202",
      description =
          "The key is revoked: put aside until an admin releases it, which the extension"
              + " `urn:heard:fhir:StructureDefinition:quarantined` says instead of a receipt",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(implementation = ResponseFields.class),
              examples = @ExampleObject(name = "put aside", value = PUT_ASIDE)))
  @APIResponse(
      responseCode = "400",
      description =
          "INVALID_JSON, WRONG_TYPE (also an array where R4 has one value, or the reverse),"
              + " NUL_CHARACTER, LONE_SURROGATE, INVALID_PARAMETER: an importer names no ward;"
              + " TOO_MANY_VALUES: more than {heard.submission.max-json-tokens} JSON tokens")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(responseCode = "403", description = "WARD_MISMATCH, FORBIDDEN")
  @APIResponse(
      responseCode = "409",
      description = "ID_REUSED: also by another door, or by an amendment")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.submission.max-bytes} bytes")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description =
          "All wrong values at once, at most {heard.fhir.max-issues}: UNKNOWN_FIELD, MISSING_FIELD,"
              + " UNSUPPORTED_ELEMENT, STATUS_NOT_TAKEN, WRONG_QUESTIONNAIRE, UNKNOWN_LINK_ID,"
              + " WRONG_ANSWER_TYPE, INVALID_RATING, EMPTY_SUBMISSION, TOO_MANY_ANSWERS,"
              + " TEXT_TOO_LONG, INVALID_VALUE, INVALID_LANGUAGE, INVALID_TIME, UNKNOWN_WARD",
      content =
          @Content(
              mediaType = OperationOutcome.MEDIA_TYPE,
              schema = @Schema(implementation = OperationOutcome.class),
              examples = @ExampleObject(name = "a wrong rating", value = REFUSED)))
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and"
              + " {heard.key-limit.burst} at once, one limit for all doors of a device")
  @APIResponse(responseCode = "503", description = "UNAVAILABLE")
  public Response submit(
      @Parameter(
              description =
                  "The ward's id, needed with an importer's key. A kiosk's is where it stood at"
                      + " `authored`, or now where that time cannot be or is a day whose noon is"
                      + " still to come. Of a day it may name any ward on which it stood that day",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
              example = "W01")
          @QueryParam("ward")
          String ward,
      InputStream body) {
    Sender sender = (Sender) identity.getPrincipal();
    limits.take(sender);
    ResponseReader.Read read =
        reader.read(
            JsonBody.read(body, settings.maxBytes(), settings.maxJsonTokens()), ward, sender);
    Outcome outcome = submissions.submit(new Sent(read.request(), sender, read.time()));
    if (outcome.refusal() != null) {
      throw aboutTheWard(outcome.refusal());
    }
    int status = outcome.quarantined() ? 202 : outcome.created() ? 201 : 200;
    return Response.status(status)
        .type(OperationOutcome.MEDIA_TYPE)
        .entity(StoredResponse.of(read.response(), read.request(), outcome.view()))
        .build();
  }

  /** The ward stands in no resource: an expression would point nowhere. */
  private static ProblemException aboutTheWard(ProblemException refusal) {
    return refusal.problem().code() == ErrorCode.UNKNOWN_WARD
        ? new ProblemException(
            ErrorCode.UNKNOWN_WARD, "?ward= names no ward of the organisation of this key.")
        : refusal;
  }
}
