package org.heard.feedback.submission;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.KeyLimits;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.Problem;

/** The door for one submission. */
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Sender.ROLE)
@Tag(name = "Feedback")
class SubmissionResource {
  private static final String EXAMPLE =
      """
      {"id": "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4", "wardId": "W01", "rating": 1,
       "answers": [{"question": "good", "text": "The night nurse sat with me until I was calm."}],
       "channel": "kiosk", "mode": "electronic-discharge",
       "authoredAt": "2026-10-05T09:15:30+01:00", "deviceSequence": 41}
      """;

  private static final String REFUSED =
      """
      {"type": "urn:heard:problem:validation-failed", "title": "Several values are wrong",
       "status": 422, "code": "VALIDATION_FAILED",
       "detail": "The rating is not 1 to 6 at /rating, and 1 more",
       "errors": [{"pointer": "/rating", "code": "INVALID_RATING"},
                  {"pointer": "/answers/0/text", "code": "TEXT_TOO_LONG"}]}
      """;

  private final SubmissionReader reader;
  private final GroupCommit submissions;
  private final SubmissionSettings settings;
  private final KeyLimits limits;
  private final SecurityIdentity identity;

  SubmissionResource(
      SubmissionReader reader,
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
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Leave feedback",
      description =
          "Answered 201 only after the submission is on disk. The id is the idempotency key: the"
              + " same id and content is answered 200 with the same receipt, so a client that has"
              + " no answer sends again until it has one.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SubmissionRequest.class),
              examples = @ExampleObject(name = "from a kiosk", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Stored",
      content = @Content(schema = @Schema(implementation = SubmissionView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Already stored; the same receipt",
      content = @Content(schema = @Schema(implementation = SubmissionView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "The key is revoked: put aside, neither counted nor published until an admin releases it."
              + " At most {heard.quarantine.max-per-key} a key, then 401 KEY_REVOKED",
      content = @Content(schema = @Schema(implementation = QuarantinedView.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "INVALID_JSON, WRONG_TYPE, NUL_CHARACTER, LONE_SURROGATE, BAD_PATH, TOO_MANY_VALUES: more"
              + " than {heard.submission.max-json-tokens} JSON tokens",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(responseCode = "403", description = "WARD_MISMATCH, FORBIDDEN")
  @APIResponse(responseCode = "409", description = "ID_REUSED")
  @APIResponse(
      responseCode = "413",
      description = "BODY_TOO_LARGE: more than {heard.submission.max-bytes} bytes")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description =
          "All wrong values at once in `errors`, of more than {heard.fields.max-errors} the first: UNKNOWN_FIELD, MISSING_FIELD, INVALID_ID,"
              + " UNKNOWN_WARD, INVALID_RATING, EMPTY_SUBMISSION, TOO_MANY_ANSWERS, TEXT_TOO_LONG,"
              + " INVALID_VALUE, INVALID_LANGUAGE, INVALID_TIME, INVALID_RECEIPT_CODE. With several"
              + " kinds the code at the top is VALIDATION_FAILED",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "two wrong values", value = REFUSED)))
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and {heard.key-limit.burst}"
              + " at once, one limit for all doors of a device, whatever its address")
  @APIResponse(responseCode = "503", description = "UNAVAILABLE")
  public Response submit(InputStream body) {
    Sender sender = (Sender) identity.getPrincipal();
    limits.take(sender);
    SubmissionRequest request =
        reader.read(JsonBody.read(body, settings.maxBytes(), settings.maxJsonTokens()), sender);
    SubmissionService.Outcome outcome =
        submissions.submit(new SubmissionService.Sent(request, sender));
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    if (outcome.quarantined()) {
      return Response.accepted(new QuarantinedView(request.id(), true)).build();
    }
    return Response.status(outcome.created() ? 201 : 200).entity(outcome.view()).build();
  }
}
