package org.heard.analytics.counting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.SQLException;
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
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;

/** Has everything counted anew, and says what was found. */
@Path("/v1/recounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recounts")
class RecountsResource {
  private final RecountRuns runs;
  private final RecountList reports;
  private final RecountConfig limits;
  private final CurrentCaller caller;

  RecountsResource(
      RecountRuns runs, RecountList reports, RecountConfig limits, CurrentCaller caller) {
    this.runs = runs;
    this.reports = reports;
    this.limits = limits;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("service")
  @ForCaller("admin")
  @Operation(
      summary = "What recounts found, newest first",
      description =
          "Every night, and when asked, the rollups are compared with the facts, each ward with"
              + " those of one moment. The numbers are of the whole service, the ward-days of the"
              + " caller's organisations.")
  @APIResponse(responseCode = "200", description = "A page of reports")
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page<RecountView> recounts(
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    return reports.find(caller.get().organisations(), before(cursor), Limit.of(limit));
  }

  private static long before(String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(Cursor.parts(cursor, 1).get(0));
    } catch (NumberFormatException foreign) {
      throw Cursor.bad();
    }
  }

  @POST
  @RolesAllowed("service")
  @ForCaller("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Recount everything now",
      description =
          "Answered at once; the report tells the end. Where one runs already, that one is the"
              + " answer. With `rebuild`, what differs is reported, and wards that differ are counted"
              + " by the facts, one after the other: ingest waits for one, readers for none.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RecountRequest.class),
              examples = {
                @ExampleObject(name = "compare", value = "{\"rebuild\": false}"),
                @ExampleObject(name = "mend", value = "{\"rebuild\": true}")
              }))
  @APIResponse(
      responseCode = "202",
      description = "The report, which will be completed",
      content = @Content(schema = @Schema(implementation = RecountView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, INCOMPLETE_BODY, WRONG_TYPE")
  @APIResponse(
      responseCode = "409",
      description =
          "RECOUNT_RUNNING: to rebuild, wait for the one that changes nothing; or one begins or"
              + " ends at this moment")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
  @APIResponse(responseCode = "422", description = "UNKNOWN_FIELD")
  public Response recount(InputStream body) throws SQLException {
    RecountRequest request = RecountRequest.read(body, limits);
    return Response.accepted(runs.start(request.rebuild(), caller.get().organisations())).build();
  }
}
