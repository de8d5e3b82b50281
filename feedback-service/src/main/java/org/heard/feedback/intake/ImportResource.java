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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.CellSeparator;
import org.heard.feedback.records.FileBody;
import org.heard.feedback.records.RecordLimits;
import org.heard.feedback.records.SourceRecords;

/** The batch door's way for files, of feedback that was collected elsewhere. */
@Path("/v1/feedback/batch")
@RolesAllowed(Sender.ROLE)
@Tag(name = "Feedback")
class ImportResource {
  static final String CSV = "text/csv";
  static final String JSON_LINES = "application/jsonl";
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
  @Operation(hidden = true) // Told with the other forms of this door, at BatchResource.
  public ImportView submit(
      @QueryParam("name") String name,
      @QueryParam("map") List<String> map,
      @QueryParam("ward") String ward,
      @QueryParam("separator") String separator,
      @QueryParam("dateFormat") String dateFormat,
      @DefaultValue("false") @QueryParam("continues") String continues,
      @DefaultValue("false") @QueryParam("dryRun") String dryRun,
      @QueryParam("limit") String limit,
      @HeaderParam("Content-Digest") String contentDigest,
      @Context HttpHeaders headers,
      InputStream body) {
    FileBody file = new FileBody(body, settings.maxBytes());
    try {
      Sender sender = importer(identity);
      ImportRequest request =
          ImportRequest.read(
              name, map, ward, separator, dateFormat, continues, dryRun, limit, contentDigest);
      return importer.take(request, form(headers.getMediaType()), file, sender);
    } catch (RuntimeException refusal) {
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
        ? (file, request, limits) ->
            SourceRecords.csv(file, separator(request), request.mapping().columns(), limits)
        : ImportResource::jsonLines;
  }

  private static CellSeparator separator(ImportRequest request) {
    return request.separator() == null ? CellSeparator.COMMA : request.separator();
  }

  private static SourceRecords jsonLines(
      FileBody file, ImportRequest request, RecordLimits limits) {
    if (request.separator() != null) {
      throw new ProblemException(
          ErrorCode.INVALID_PARAMETER, "separator is of CSV files; these are lines of JSON.");
    }
    return SourceRecords.jsonLines(file, request.mapping().columns(), limits);
  }
}
