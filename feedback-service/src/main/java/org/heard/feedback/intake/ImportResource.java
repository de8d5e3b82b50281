package org.heard.feedback.intake;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.FileBody;
import org.heard.feedback.records.SourceRecords;

/** The batch door's way for files, of feedback that was collected elsewhere. */
@Path("/v1/feedback/batch")
@RolesAllowed(Sender.ROLE)
@Tag(name = "Feedback")
class ImportResource {
  static final String CSV = "text/csv";
  static final String JSON_LINES = "application/jsonl";
  private static final String CSV_EXAMPLE =
      """
      ref,when,ward,score,what was good
      17,2025-10-05,W01,Very good,"Calm, even at night."
      18,2025-10-06 14:30,W02,4,
      """;
  private static final String JSON_EXAMPLE =
      """
      {"ref": 17, "when": "2025-10-05", "ward": "W01", "score": 1, "what was good": "Calm."}
      {"ref": 18, "when": "2025-10-06T14:30:00+01:00", "ward": "W02", "score": 4}
      """;

  private final Importer importer;
  private final ImportSettings settings;
  private final SecurityIdentity identity;

  ImportResource(Importer importer, ImportSettings settings, SecurityIdentity identity) {
    this.importer = importer;
    this.settings = settings;
    this.identity = identity;
  }

  @POST
  @Consumes({CSV, JSON_LINES})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Import a CSV file with a header row, or one JSON object a line",
      description =
          "UTF-8, at most 256 MB, 250,000 records, 256 KB and 200 columns a record. Stored as it"
              + " comes, chunk by chunk; a record that is wrong is listed with its line and loses"
              + " no other. The same file under the same name changes nothing the second time: the"
              + " id is the id column's UUID, else derived (UUIDv5) from the import's name and the"
              + " id column, else from the name, the record's content and how many equal records"
              + " came before it. After an answer other than 200, or none, send the file again:"
              + " with Content-Digest it goes on where it was, without it finds duplicates.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two records", value = CSV_EXAMPLE)),
        @Content(
            mediaType = JSON_LINES,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "the same", value = JSON_EXAMPLE))
      })
  @APIResponse(
      responseCode = "200",
      description =
          "All of it was read; what became of the records. A problem's pointer names the value in the"
              + " submission that the record would have become; its code is one of POST /v1/feedback"
              + " or WRONG_COLUMN_COUNT, INVALID_ENCODING (not UTF-8), FORMULA_CELL (a cell holds a"
              + " spreadsheet's formula or error instead of words), RECORD_TOO_LONG, INTERNAL",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_PARAMETER, BAD_LIMIT, BAD_DIGEST, INCOMPLETE_BODY")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(responseCode = "403", description = "FORBIDDEN: a kiosk's key")
  @APIResponse(responseCode = "409", description = "IMPORT_TAKEN_OVER: it was begun again")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE, TOO_MANY_RECORDS")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE, also of a charset")
  @APIResponse(
      responseCode = "422",
      description =
          "The file cannot be read, or not on from the line named; what stood before it is stored:"
              + " INVALID_HEADER, UNKNOWN_COLUMN, INVALID_ENCODING, INVALID_CSV")
  @APIResponse(responseCode = "503", description = "UNAVAILABLE, with Retry-After")
  public ImportView submit(
      @Parameter(description = "Tells imports apart", required = true, example = "October cards")
          @QueryParam("name")
          String name,
      @Parameter(
              description =
                  "field=COLUMN, repeated. Fields: text (question why unless a column question says"
                      + " good, improve or why), good, improve, why (a text each), rating (1 to 6"
                      + " or the FFT's words), id, ward, authoredAt (ISO 8601; the organisation's"
                      + " zone without an offset, noon without a time), language, mode",
              example = "text=what was good")
          @QueryParam("map")
          List<String> map,
      @Parameter(description = "The ward of records that name none", example = "W01")
          @QueryParam("ward")
          String ward,
      @Parameter(
              description = "Check everything, store nothing",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @DefaultValue("false")
          @QueryParam("dryRun")
          String dryRun,
      @Parameter(
              description = "Only the first so many records",
              schema = @Schema(type = SchemaType.INTEGER))
          @QueryParam("limit")
          String limit,
      @Parameter(description = "RFC 9530: sha-256=:BASE64:; makes the import resumable")
          @HeaderParam("Content-Digest")
          String contentDigest,
      @Context HttpHeaders headers,
      InputStream body) {
    FileBody file = new FileBody(body, settings.maxBytes());
    try {
      Sender sender = importer(identity);
      ImportRequest request = ImportRequest.read(name, map, ward, dryRun, limit, contentDigest);
      return importer.take(request, form(headers.getMediaType()), file, sender);
    } catch (ProblemException refusal) {
      // Read to its end, so that the sender sees the answer.
      JsonBody.drain(body, settings.maxBytes());
      throw refusal;
    }
  }

  /** The caller, whose key must be an importer's. */
  static Sender importer(SecurityIdentity identity) {
    Sender sender = (Sender) identity.getPrincipal();
    sender.requireGoodKey();
    if (sender.isKiosk()) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "Files are taken with an importer's key.");
    }
    return sender;
  }

  private static Importer.Form form(MediaType type) {
    String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (!charset.equalsIgnoreCase("utf-8")) {
      throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Files are UTF-8.");
    }
    return type.getSubtype().equals("csv")
        ? (file, request, limits) -> SourceRecords.csv(file, request.mapping().columns(), limits)
        : (file, request, limits) ->
            SourceRecords.jsonLines(file, request.mapping().columns(), limits);
  }
}
