package org.heard.analytics.correction;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.directory.Wards;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Disputes of tags, what is decided about them, and what training learns from that. */
@Path("/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections")
class CorrectionsResource {
  private static final String NDJSON = "application/x-ndjson";

  /** UUID.fromString takes shorter ones, too. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final CorrectionList list;
  private final Deciding deciding;
  private final CorrectionExport export;
  private final CorrectionConfig limits;
  private final Wards wards;
  private final CurrentCaller caller;

  CorrectionsResource(
      CorrectionList list,
      Deciding deciding,
      CorrectionExport export,
      CorrectionConfig limits,
      Wards wards,
      CurrentCaller caller) {
    this.list = list;
    this.deciding = deciding;
    this.export = export;
    this.limits = limits;
    this.wards = wards;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "Disputes of the caller's organisations, the oldest first",
      description =
          "With what is disputed. Those of comments that are withheld are not among them.")
  @APIResponse(responseCode = "200", description = "A page of disputes")
  @APIResponse(
      responseCode = "400",
      description = "BAD_FILTER, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public Page<CorrectionView> corrections(
      @Parameter(description = "open (default), accepted, declined or ended", example = "open")
          @QueryParam("state")
          String state,
      @Parameter(description = "Of this ward alone", example = "W01") @QueryParam("ward")
          String ward,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    List<String> organisations = caller.get().organisations();
    if (ward != null) {
      wards.require(ward, organisations);
    }
    CorrectionList.Filter filter = new CorrectionList.Filter(organisations, state(state), ward);
    return list.find(filter, after(cursor), Limit.of(limit));
  }

  private static Correction.State state(String code) {
    return Correction.State.of(code == null ? "open" : code)
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.BAD_FILTER, "The state is open, accepted, declined or ended."));
  }

  private static long after(String cursor) {
    if (cursor == null) {
      return 0;
    }
    try {
      return Long.parseLong(Cursor.parts(cursor, 1).get(0));
    } catch (NumberFormatException foreign) {
      throw Cursor.bad();
    }
  }

  @POST
  @Path("/{id}/decide")
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Accept or decline a dispute",
      description =
          "What is accepted takes the tag away, or adds it, and the counts follow at once. Nobody"
              + " decides a dispute of their own, or of a ward they lead. The same decision again"
              + " changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DecisionRequest.class),
              examples = @ExampleObject(name = "accepted", value = "{\"decision\": \"accept\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The dispute as it is decided",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(
      responseCode = "403",
      description = "FORBIDDEN; OWN_WARD: the caller leads it; OWN_DISPUTE: the caller raised it")
  @APIResponse(
      responseCode = "404",
      description =
          "NOT_FOUND: not in the caller's organisations, existing or not, or its comment is"
              + " withheld")
  @APIResponse(responseCode = "409", description = "NOT_OPEN: decided otherwise, or ended")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(responseCode = "422", description = "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE")
  public CorrectionView decide(
      @Parameter(example = "4f0e8a55-9a36-4c52-8d3f-7b1d0c8d6e21") @PathParam("id") String id,
      InputStream body)
      throws SQLException {
    if (!ID.matcher(id).matches()) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such correction.");
    }
    DecisionRequest request = DecisionRequest.read(body, limits);
    return CorrectionView.of(deciding.decide(UUID.fromString(id), request.state(), caller.get()));
  }

  @GET
  @Path("/export")
  @Produces({NDJSON, MediaType.APPLICATION_JSON})
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "Comments that were decided about, as training data",
      description =
          "A line a comment, as `deploy/train` reads it: what is said of it after all decisions."
              + " What is withheld, or has no words any more, is not among them. Who carried which"
              + " away is noted. If this service fails meanwhile, the connection breaks before the"
              + " end of the answer.")
  @APIResponse(
      responseCode = "200",
      description = "Labelled comments, a JSON object a line",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LabelledLine.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: an organisation that is not the caller's, existing or not")
  public Response export(
      @Parameter(description = "Of this organisation alone", example = "O01")
          @QueryParam("organisation")
          String organisation,
      @Context HttpServerRequest request)
      throws SQLException {
    List<String> own = caller.get().organisations();
    if (organisation != null && !own.contains(organisation)) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such organisation for this caller.");
    }
    List<String> asked = organisation == null ? own : List.of(organisation);
    CorrectionExport.Lines lines = export.begin(asked, caller.get().subject());
    return Response.ok((StreamingOutput) out -> write(lines, out, request), NDJSON).build();
  }

  private static void write(
      CorrectionExport.Lines lines, OutputStream out, HttpServerRequest request)
      throws IOException {
    try {
      lines.writeTo(out);
    } catch (SQLException | RuntimeException failed) {
      // By hand: the framework would end in good order what is half of the file.
      request.connection().close().toCompletionStage().toCompletableFuture().join();
      throw new IOException("an export broke off", failed);
    }
  }
}
