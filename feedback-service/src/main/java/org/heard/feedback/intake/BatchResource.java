package org.heard.feedback.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.Outage;
import org.heard.feedback.submission.SubmissionRequest;

/** The door for many submissions at once. */
@Path("/v1/feedback/batch")
@RolesAllowed(Sender.ROLE)
@Tag(name = "Feedback")
class BatchResource {
  static final String NDJSON = "application/x-ndjson";

  // The document shows one JSON value of an example, so each line is one.
  private static final String LINE =
      """
      {"id": "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4", "wardId": "W01", "rating": 1, \
      "channel": "import", "authoredAt": "2026-10-05T09:15:30+01:00"}
      """;
  private static final String NEXT_LINE =
      """
      {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "wardId": "W02", "channel": "import", \
      "authoredAt": "2026-10-05T10:00:00+01:00", \
      "answers": [{"question": "improve", "text": "Someone to say what happens next."}]}
      """;

  private static final String CSV_EXAMPLE =
      """
      ref,when,ward,score,what was good
      17,2025-10-05,W01,Very good,"Calm, even at night."
      18,2025-10-06 14:30,W02,4,
      """;
  private static final String JSON_EXAMPLE =
      """
      {"ref": 17, "when": "2025-10-05", "ward": "W01", "score": 1, "what was good": "Calm."}
      """;

  private static final String REJECTED =
      """
      {"line": 2, "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "status": "rejected", \
      "problem": {"type": "urn:heard:problem:unknown-ward", \
      "title": "The ward does not exist for this key", "status": 422, "code": "UNKNOWN_WARD", \
      "detail": "The ward does not exist for this key at /wardId", \
      "errors": [{"pointer": "/wardId", "code": "UNKNOWN_WARD"}]}}
      """;

  /** What became of a file, as its own answer and the list of imports show it. */
  static final String IMPORTED =
      """
      {"name": "October cards", "ward": null, "digest": "X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=",
       "dryRun": false, "beganAt": "2026-11-02T09:00:00Z", "lastAt": "2026-11-02T09:00:03.412Z",
       "finishedAt": "2026-11-02T09:00:03.412Z", "records": 240, "accepted": 238,
       "duplicate": 1, "rejected": 1,
       "problems": [{"line": 17, "code": "INVALID_RATING", "pointer": "/rating"}],
       "flagged": 1, "flags": [{"line": 31, "reason": "TOO_OLD"}], "ignoredColumns": ["bed"],
       "warning": null}
      """;

  private final BatchIntake intake;
  private final BatchSettings settings;
  private final SecurityIdentity identity;
  private final ObjectWriter json;

  BatchResource(
      BatchIntake intake, BatchSettings settings, SecurityIdentity identity, ObjectMapper json) {
    this.intake = intake;
    this.settings = settings;
    this.identity = identity;
    this.json = json.writerFor(LineResult.class);
  }

  @POST
  @Consumes(NDJSON)
  @Produces({NDJSON, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Leave many submissions, or a file of feedback that was collected elsewhere",
      description =
          "application/x-ndjson: one submission a line, at most {heard.batch.max-bytes} bytes and"
              + " {heard.batch.max-lines} lines. Answered"
              + " 200 with one result a line, in order; a bad line never loses the others. If this"
              + " service or its database fails meanwhile, the results so far are sent and then the"
              + " connection breaks, before the last chunk of the answer: send the lines without a"
              + " result again. After no answer, or another than 200, send all lines again: those"
              + " already stored come back as duplicates. text/csv (with a header row) and"
              + " application/jsonl (an object a line), with an importer's key: a file whose"
              + " columns the parameters name; UTF-8, at most {heard.import.max-bytes} bytes,"
              + " {heard.import.max-records} records, {heard.import.max-record-bytes} bytes and"
              + " {heard.import.max-columns} columns a record. Stored as it comes, chunk by chunk; a record that is wrong"
              + " is listed with its line and loses no other. The same file under the same name"
              + " changes nothing the second time: the id is the id column's UUID, else derived"
              + " (UUIDv5) from the import's name and the id column, else from the name, the"
              + " record's content and how many equal records came before it; a name is its"
              + " organisation's, and that of a ward for records of the parameter ward. After an answer other"
              + " than 200, or none, send the file again: with Content-Digest it goes on where it"
              + " was, without it finds duplicates. Records without a time have that of their import:"
              + " with a digest when the file was first imported under this name, without one now."
              + " A body that comes with fewer than {heard.overload.stream-min-pace} bytes for each"
              + " second it was waited for, after {heard.overload.stream-patience} of waiting, ends"
              + " with 408, and so does one of which nothing comes for as long.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = NDJSON,
            schema = @Schema(implementation = SubmissionRequest.class),
            examples = {
              @ExampleObject(name = "a line", value = LINE),
              @ExampleObject(name = "the next line", value = NEXT_LINE)
            }),
        @Content(
            mediaType = ImportResource.CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two records", value = CSV_EXAMPLE)),
        @Content(
            mediaType = ImportResource.JSON_LINES,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "a record", value = JSON_EXAMPLE))
      })
  @Parameter(
      name = "name",
      in = ParameterIn.QUERY,
      description = "A file's: tells imports apart, without controls; required",
      schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200),
      example = "October cards")
  @Parameter(
      name = "map",
      in = ParameterIn.QUERY,
      description =
          "A file's: field=COLUMN, repeated. Fields: text (question why unless a column question says"
              + " good, improve or why), good, improve, why (a text each), rating (1 to 6 or the"
              + " FFT's words), id, ward, authoredAt (ISO 8601, or as dateFormat says; the"
              + " organisation's zone without an offset, noon without a time), language, mode, respondent, format, consentToPublish (yes,"
              + " no, true, false), ageBand, sex, ethnicGroup, disability (the words of POST"
              + " /v1/feedback)",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
      example = "text=what was good")
  @Parameter(
      name = "ward",
      in = ParameterIn.QUERY,
      description = "A file's: the ward of records that name none",
      schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
      example = "W01")
  @Parameter(
      name = "separator",
      in = ParameterIn.QUERY,
      description =
          "A CSV file's: what separates its cells; the character itself is taken too, in a URL as"
              + " %2C, %3B or %09",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"comma", "semicolon", "tab"},
              defaultValue = "comma"),
      example = "semicolon")
  @Parameter(
      name = "dateFormat",
      in = ParameterIn.QUERY,
      description =
          "A file's: how it writes the times of authoredAt; without it ISO 8601. Day (d, dd), month"
              + " (M, MM, MMM in English) and year (yyyy; yy is 2000 to 2099), and then the time of"
              + " day or none (H, HH, mm, ss), separated by / . , : - or spaces; brackets stand round"
              + " what may be missing. Times are the organisation's, a day is its noon; what is"
              + " written in another way is refused. With another format a file begins anew: what is"
              + " stored already with another time comes back as ID_REUSED",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40),
      example = "dd/MM/yyyy HH:mm")
  @Parameter(
      name = "continues",
      in = ParameterIn.QUERY,
      description =
          "A file's: it holds all records of the files that were imported before under this name, and"
              + " more. Without it another file of that name is refused, as its records without an id"
              + " could not be told from equal ones of the others (of any parameter ward, where ward"
              + " is mapped); remembered with the file's digest",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @Parameter(
      name = "dryRun",
      in = ParameterIn.QUERY,
      description = "A file's: check everything, store nothing",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "A file's: only the first so many records",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
  @Parameter(
      name = "Content-Digest",
      in = ParameterIn.HEADER,
      description = "A file's: RFC 9530, sha-256=:BASE64:; makes the import resumable",
      schema = @Schema(type = SchemaType.STRING, pattern = "sha-256=:[A-Za-z0-9+/]{43}=:"),
      example = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
  @APIResponse(
      responseCode = "200",
      description =
          "Of lines: one result each; one whose problem.status is 500 or more is not judged, and its"
              + " line is sent again. Of a file: all of it was read; what became of the records. A"
              + " problem's pointer names the value in the submission that the record would have"
              + " become; its code is one of POST /v1/feedback or WRONG_COLUMN_COUNT,"
              + " IMPORT_NAME_USED (no id, where another file has this name already),"
              + " INVALID_ENCODING (not UTF-8), FORMULA_CELL (a cell holds a spreadsheet's formula"
              + " or error instead of words), RECORD_TOO_LONG, TOO_MANY_COLUMNS (in JSON, more than"
              + " {heard.import.max-columns}), INTERNAL. A line, or a record in JSON, of more than"
              + " {heard.submission.max-json-tokens} JSON tokens has TOO_MANY_VALUES",
      content = {
        @Content(
            mediaType = NDJSON,
            schema = @Schema(implementation = LineResult.class),
            examples = {
              @ExampleObject(name = "of a line", value = LineResult.ACCEPTED),
              @ExampleObject(name = "of the next line", value = REJECTED)
            }),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ImportView.class),
            examples = @ExampleObject(name = "of a file", value = IMPORTED))
      })
  @APIResponse(
      responseCode = "400",
      description =
          "INCOMPLETE_BODY: what came before may be stored, sending it again is safe; of a file also"
              + " INVALID_PARAMETER, BAD_LIMIT, BAD_DIGEST: the header is malformed, or found at the"
              + " end not to be this file's; then what could be read is stored (unless dryRun) as"
              + " this file's, and sent again with its own digest under this name it goes on;"
              + " records without an id that equal one of the file of that digest, imported before,"
              + " are taken for it")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(responseCode = "403", description = "FORBIDDEN: a file with a kiosk's key")
  @APIResponse(
      responseCode = "409",
      description =
          "IMPORT_TAKEN_OVER: the file was begun again, or another came with its digest; IMPORT_NAME_USED: another file has been"
              + " imported under this name, see `continues`")
  @APIResponse(
      responseCode = "408",
      description = "BODY_TOO_SLOW: what came before may be stored, sending it again is safe")
  @APIResponse(
      responseCode = "413",
      description =
          "BODY_TOO_LARGE: more than {heard.batch.max-bytes} bytes, of a file"
              + " {heard.import.max-bytes}; TOO_MANY_LINES: more than {heard.batch.max-lines};"
              + " TOO_MANY_RECORDS: more than {heard.import.max-records}. Found out on the"
              + " way: of lines all before are stored by then, of a file the whole chunks of"
              + " {heard.import.chunk-records} records; sent again in parts they come back as"
              + " duplicates (a file's parts with continues=true). A line of more than"
              + " {heard.submission.max-bytes} bytes is rejected by itself")
  @APIResponse(
      responseCode = "415",
      description =
          "UNSUPPORTED_MEDIA_TYPE: no Content-Type, another one, or a file in another charset than"
              + " UTF-8 (lines are UTF-8 whatever is said)")
  @APIResponse(
      responseCode = "422",
      description =
          "The file cannot be read, or not on from the line named; what stood before it may be stored,"
              + " {heard.import.chunk-records} records at a time, and sending again is safe:"
              + " INVALID_HEADER, UNKNOWN_COLUMN, INVALID_ENCODING, INVALID_CSV")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: the key sends {heard.overload.max-streams-per-key} bodies at a time"
              + " already, or {heard.import.max-concurrent-per-key} files at a time")
  @APIResponse(
      responseCode = "503",
      description =
          "UNAVAILABLE: no line has a result yet; as well while {heard.overload.max-streams} bodies"
              + " come, or {heard.import.max-concurrent} files")
  public Response submit(InputStream body, @Context HttpServerRequest request) throws IOException {
    ResultSpool spool = ResultSpool.create(json);
    try {
      intake.take(body, (Sender) identity.getPrincipal(), spool::add);
      spool.end();
      return answer(spool::moveTo);
    } catch (RuntimeException failed) {
      JsonBody.drain(body, settings.maxBytes());
      if (spool.endEarly() && Outage.isBehind(failed) && canBreak(request)) {
        return answer(client -> breakOff(spool, client, request, failed));
      }
      spool.delete();
      throw failed;
    }
  }

  private static Response answer(StreamingOutput results) {
    return Response.ok(results, NDJSON).build();
  }

  /**
   * In HTTP/1.0 the end of the connection is the end of the answer: half of it would look whole.
   */
  private static boolean canBreak(HttpServerRequest request) {
    return request.version() != HttpVersion.HTTP_1_0;
  }

  /** Sends the results there are, and ends the connection without the end of the answer. */
  private static void breakOff(
      ResultSpool spool, OutputStream client, HttpServerRequest request, RuntimeException failed)
      throws IOException {
    spool.moveTo(client);
    client.flush();
    // By hand, and done before anything else is: to what was begun the framework would add the
    // problem, and end it in good order.
    request.connection().close().toCompletionStage().toCompletableFuture().join();
    throw failed;
  }
}
