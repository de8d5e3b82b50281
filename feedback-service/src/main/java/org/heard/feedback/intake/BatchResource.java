package org.heard.feedback.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.submission.SubmissionRequest;

/** The door for many submissions at once. */
@Path("/v1/feedback/batch")
@RolesAllowed(Sender.ROLE)
@Tag(name = "Feedback")
class BatchResource {
  static final String NDJSON = "application/x-ndjson";

  private static final String EXAMPLE =
      """
      {"id": "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4", "wardId": "W01", "rating": 1, \
      "channel": "import", "authoredAt": "2026-10-05T09:15:30+01:00"}
      {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "wardId": "W02", "channel": "import", \
      "authoredAt": "2026-10-05T10:00:00+01:00", \
      "answers": [{"question": "improve", "text": "Someone to say what happens next."}]}
      """;

  private final BatchIntake intake;
  private final SecurityIdentity identity;
  private final ObjectWriter json;

  BatchResource(BatchIntake intake, SecurityIdentity identity, ObjectMapper json) {
    this.intake = intake;
    this.identity = identity;
    this.json = json.writerFor(LineResult.class);
  }

  @POST
  @Consumes(NDJSON)
  @Produces({NDJSON, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Leave many submissions, one JSON object a line",
      description =
          "At most 64 MB and 100,000 lines. Answered 200 with one result a line, in order; a bad"
              + " line never loses the others. After an answer other than 200, or none, send all"
              + " lines again: those already stored come back as duplicates.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(implementation = SubmissionRequest.class),
              examples = @ExampleObject(name = "two lines", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "INCOMPLETE_BODY")
  @APIResponse(
      responseCode = "200",
      description = "One result a line",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineResult.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE, TOO_MANY_LINES")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(responseCode = "503", description = "UNAVAILABLE, with Retry-After")
  public Response submit(InputStream body) throws IOException {
    // Spooled: a client that writes all before it reads anything must not block both of us.
    java.nio.file.Path spool = Files.createTempFile("heard-batch-", ".ndjson");
    try {
      try (OutputStream results = new BufferedOutputStream(Files.newOutputStream(spool))) {
        intake.take(body, (Sender) identity.getPrincipal(), result -> write(results, result));
      }
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(spool);
      JsonBody.drain(body, JsonBody.MAX_DRAINED_BYTES);
      throw failed;
    }
    StreamingOutput answer = client -> copyAndDelete(spool, client);
    return Response.ok(answer, NDJSON).build();
  }

  private void write(OutputStream results, LineResult result) {
    try {
      results.write(json.writeValueAsBytes(result));
      results.write('\n');
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void copyAndDelete(java.nio.file.Path spool, OutputStream client)
      throws IOException {
    try {
      Files.copy(spool, client);
    } finally {
      Files.deleteIfExists(spool);
    }
  }
}
