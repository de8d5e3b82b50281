package org.heard.gateway.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.disclosure.InsideDisclosure;
import org.heard.gateway.disclosure.SmallCells;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.heard.gateway.upstream.Analytics;
import org.heard.gateway.upstream.WardBands;

@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class DemographicsResource {
  /** One size only: of weeks, months and quarters one is what the others leave of each other. */
  private static final String BUCKET = "quarter";

  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;
  private final SmallCells cells;
  private final InsideDisclosure disclosure;
  private final DemographicsSettings settings;

  DemographicsResource(
      CurrentCaller caller,
      WardReach reach,
      Analytics analytics,
      SmallCells cells,
      InsideDisclosure disclosure,
      DemographicsSettings settings) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
    this.cells = cells;
    this.disclosure = disclosure;
    this.settings = settings;
  }

  @GET
  @Path("/{ward}/demographics")
  @RolesAllowed(Roles.QUALITY_ANALYST)
  @Operation(
      summary = "How a ward was rated, by one thing that people say of themselves",
      description =
          "Of a quarter that is over: who can watch a number grow knows whom it grew by. Every cell"
              + " that is shown has at least 5 people, and so have the hidden ones together, even"
              + " without the largest of them, or all bands are hidden; `hidden` names what is"
              + " hidden as `SMALL_CELL`, whether it is small or hides one that is.")
  @APIResponse(responseCode = "200", description = "The bands")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "UnknownWard")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public DemographicsView demographics(
      @Parameter(description = "Ward id", example = "W01") @PathParam("ward") String ward,
      @Parameter(
              description = "`ageBand` (default), `sex`, `ethnicGroup` or `disability`",
              example = "ageBand")
          @QueryParam("by")
          String by,
      @Parameter(description = "`quarter`", example = "quarter") @QueryParam("bucket")
          String bucket,
      @Parameter(description = "By default the last that is over", example = "2026-Q3")
          @QueryParam("period")
          String period) {
    String reached = reach.require(ward);
    if (bucket != null && !bucket.equals(BUCKET)) {
      throw new ProblemException(ErrorCode.BAD_BUCKET, "Demographics are told by quarter.");
    }
    WardBands counts = analytics.demographics(caller.rawToken(), reached, by, BUCKET, period);
    if (!counts.today().isAfter(counts.to())) {
      return DemographicsView.suppressed(counts, "PERIOD_OPEN");
    }
    return counts.from().isBefore(counts.today().minus(settings.oldest()))
        ? DemographicsView.suppressed(counts, "PERIOD_ENDED")
        : DemographicsView.of(counts, cells, disclosure);
  }
}
