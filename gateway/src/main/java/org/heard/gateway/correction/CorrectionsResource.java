package org.heard.gateway.correction;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.upstream.Analytics;

/** Disputes of tags, what is decided about them, and what training learns from that. */
@Path("/api/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections")
class CorrectionsResource {
  private static final String NDJSON = "application/x-ndjson";

  // Nothing else is sent on, so no id can bend the upstream path.
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final CurrentCaller caller;
  private final Analytics analytics;

  CorrectionsResource(CurrentCaller caller, Analytics analytics) {
    this.caller = caller;
    this.analytics = analytics;
  }

  @GET
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "Disputes of tags, the oldest first",
      description =
          "Of the own organisations, with what is disputed. Those of comments that are held back"
              + " are not among them.")
  @APIResponse(responseCode = "200", description = "One page of disputes")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public CorrectionListView corrections(
      @Parameter(
              description = "`open` (default), `accepted`, `declined` or `ended`",
              example = "open")
          @QueryParam("state")
          String state,
      @Parameter(description = "Of this ward alone", example = "W01") @QueryParam("ward")
          String ward,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Disputes on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    return CorrectionListView.of(
        analytics.corrections(caller.rawToken(), state, ward, cursor, limit));
  }

  @POST
  @Path("/{correction}/decide")
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Accept or decline a dispute",
      description =
          "What is accepted takes the tag away, or adds it, and the counts follow at once. Nobody"
              + " decides a dispute they have raised, or one of a ward they lead. The same decision"
              + " again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CorrectionBodies.Decision.class),
              examples = @ExampleObject(name = "accepted", value = "{\"decision\": \"accept\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The dispute as it is decided",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "OwnJudgement")
  @APIResponse(responseCode = "404", ref = "NotWithinReach")
  @APIResponse(responseCode = "409", ref = "NotOpen")
  @APIResponse(responseCode = "413", ref = "TooLarge")
  @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
  @APIResponse(responseCode = "422", ref = "BadCorrection")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public CorrectionView decide(
      @Parameter(
              description = "Id of the dispute",
              example = "4f0e8a55-9a36-4c52-8d3f-7b1d0c8d6e21")
          @PathParam("correction")
          String correction,
      JsonNode body) {
    if (!ID.matcher(correction).matches()) {
      throw Analytics.unknownCorrection();
    }
    return CorrectionView.of(
        analytics.decide(caller.rawToken(), correction, CorrectionBodies.sendable(body)));
  }

  @GET
  @Path("/export")
  @Produces({NDJSON, MediaType.APPLICATION_JSON})
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "Comments that were decided about, as training data",
      description =
          "A JSON object a line, as `deploy/train FILE --base` reads it: identifiers are removed,"
              + " tags are what holds after all decisions. Comments that are held back, or whose"
              + " words are gone, are not among them. Who carried which away is noted. If a service"
              + " fails meanwhile, the connection breaks before the end of the answer.")
  @APIResponse(
      responseCode = "200",
      description = "Labelled comments",
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(implementation = String.class),
              examples =
                  @ExampleObject(
                      name = "one line",
                      value =
                          "{\"id\": \"0f8fad5b-d9cb-469f-a165-70867728950e-1\", \"source\":"
                              + " \"corrections\", \"question\": \"improve\", \"rating\": 4,"
                              + " \"text\": \"The food was cold.\", \"annotation\": {\"tags\": [],"
                              + " \"practical\": [{\"theme\": \"food-and-drink\", \"polarity\":"
                              + " \"negative\", \"evidence\": {\"start\": 0, \"end\": 17}}],"
                              + " \"general\": [], \"severity\": \"low\", \"alert\": null}}")))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownOrganisation")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public Response export(
      @Parameter(description = "Of this organisation alone", example = "O01")
          @QueryParam("organisation")
          String organisation,
      @Context HttpServerRequest request) {
    if (organisation != null && !caller.get().organisations().contains(organisation)) {
      throw Analytics.unknownOrganisation();
    }
    InputStream lines = analytics.export(caller.rawToken(), organisation);
    return Response.ok((StreamingOutput) out -> pass(lines, out, request), NDJSON).build();
  }

  private static void pass(InputStream lines, OutputStream out, HttpServerRequest request)
      throws IOException {
    try (lines) {
      lines.transferTo(out);
    } catch (IOException | RuntimeException brokenOff) {
      // By hand: the framework would end in good order what is half of the file.
      request.connection().close().toCompletionStage().toCompletableFuture().join();
      throw new IOException("an export broke off", brokenOff);
    }
  }
}
