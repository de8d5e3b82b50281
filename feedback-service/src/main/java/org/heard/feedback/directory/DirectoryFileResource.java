package org.heard.feedback.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * The directory as a file. Not below {@code /v1/directory/}: the router finds nothing there any
 * more once another class's path begins like one that offers a choice of words.
 */
@Path("/v1/directory-imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Directory")
class DirectoryFileResource {
  private static final String EXAMPLE =
      """
      kind,id,name,nameFrom,odsCode,organisationId,siteId,divisionIds,careSetting,specialties,closedOn
      site,S01,Northmoor General,,ZZ101,O01,,,,,
      division,D01,Medicine,,,O01,,,,,
      ward,W01,Ash and Oak Ward,2026-10-01,,,S01,D01,inpatient,300;430,
      """;

  private final DirectoryFile file;
  private final DirectorySettings settings;
  private final Caller caller;

  DirectoryFileResource(DirectoryFile file, DirectorySettings settings, Caller caller) {
    this.file = file;
    this.settings = settings;
    this.caller = caller;
  }

  @POST
  @Consumes("text/csv")
  @Operation(
      summary = "Put the entries of a CSV file: all of them or none",
      description =
          "UTF-8, at most {heard.directory.max-file-bytes} bytes and {heard.directory.max-file-rows}"
              + " rows. The columns are kind (organisation, site, division,"
              + " ward), id, and the fields of an entry; several ids or codes in a cell are"
              + " separated by semicolons. Rows may stand in any order; entries that the file does"
              + " not name stay. An entry that is equal to what is there changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "three entries", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "What became of the rows, or would",
      content = @Content(schema = @Schema(implementation = DirectoryFile.Report.class)))
  @APIResponse(
      responseCode = "400",
      description = "INVALID_PARAMETER, INCOMPLETE_BODY, NUL_CHARACTER")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: an organisation of others")
  @APIResponse(responseCode = "409", description = "ID_REUSED: rows name an entry twice")
  @APIResponse(
      responseCode = "408",
      description = "BODY_TOO_SLOW: nothing for {heard.overload.stream-patience}, or little")
  @APIResponse(
      responseCode = "413",
      description =
          "BODY_TOO_LARGE: more than {heard.directory.max-file-bytes} bytes; TOO_MANY_RECORDS: more"
              + " than {heard.directory.max-file-rows} rows")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(
      responseCode = "422",
      description =
          "Nothing was changed. What is wrong, by line and column in the pointer (/4/odsCode):"
              + " INVALID_HEADER, UNKNOWN_COLUMN, INVALID_CSV, INVALID_ENCODING,"
              + " WRONG_COLUMN_COUNT, RECORD_TOO_LONG for a row of more than {heard.directory.max-file-row-bytes} bytes, MISSING_FIELD, UNKNOWN_FIELD (of another"
              + " kind of entry), UNKNOWN_UNIT, TEXT_TOO_LONG, INVALID_VALUE, INVALID_ODS_CODE,"
              + " INVALID_DAY, VALIDATION_FAILED for several at once")
  public DirectoryFile.Report put(
      @Parameter(
              description = "Check everything, change nothing",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @DefaultValue("false")
          @QueryParam("dryRun")
          String dryRun,
      InputStream body) {
    if (!dryRun.equals("true") && !dryRun.equals("false")) {
      throw new ProblemException(ErrorCode.INVALID_PARAMETER, "dryRun is true or false.");
    }
    try {
      return file.put(body, dryRun.equals("true"), caller.organisations());
    } catch (RuntimeException refusal) {
      JsonBody.drain(body, settings.maxFileBytes());
      throw refusal;
    }
  }
}
