package org.heard.gateway.action;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.upstream.Analytics;
import org.heard.gateway.upstream.StatementPage;

/** The board on the wall, for everybody. */
@Path("/api/v1/public/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public")
class YouSaidWeDidResource {
  private final Analytics analytics;
  private final ActionSettings settings;

  YouSaidWeDidResource(Analytics analytics, ActionSettings settings) {
    this.analytics = analytics;
    this.settings = settings;
  }

  @GET
  @Path("/{ward}/you-said-we-did")
  @PermitAll
  @SecurityRequirements
  @Operation(
      summary = "What patients said and what the ward did about it",
      description =
          "No token is needed. Statements that a second person has published, as they were"
              + " published, the latest first. A ward that does not exist has none, as a ward that"
              + " has published nothing.")
  @APIResponse(
      responseCode = "200",
      description = "One page of statements; `Cache-Control` allows a minute",
      content =
          @Content(
              schema = @Schema(implementation = StatementPage.class),
              examples =
                  @ExampleObject(
                      name = "one",
                      value =
                          "{\"items\": [{\"youSaid\": \"Nobody came when we rang at night.\","
                              + " \"weDid\": \"A nurse now walks round every hour.\", \"status\":"
                              + " \"done\", \"publishedOn\": \"2026-11-16\"}], \"total\": 1,"
                              + " \"next\": null}")))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public Response statements(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Statements on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    // The ward goes on as a value, never as a part of an address; none is asked for by its reach.
    StatementPage page = analytics.statements(ward, cursor, limit);
    return Response.ok(page)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + settings.publicMaxAge().toSeconds())
        .build();
  }
}
