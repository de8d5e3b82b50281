package org.heard.analytics.counting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;

/** Answers how many of whom. Exact numbers: what may be said of them is the gateway's to judge. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "counts")
class DemographicsResource {
  private final Wards wards;
  private final DemographicQuery query;
  private final CurrentCaller caller;
  private final Clock clock;

  DemographicsResource(Wards wards, DemographicQuery query, CurrentCaller caller, Clock clock) {
    this.wards = wards;
    this.query = query;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/{ward}/demographics")
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "Counts of a ward's period by one thing that people say of themselves",
      description =
          "Every band is listed, with 0 too. What retention has ended has no band any more: it"
              + " counts as not-said.")
  @APIResponse(responseCode = "200", description = "The bands")
  @APIResponse(responseCode = "400", description = "BAD_FILTER, BAD_BUCKET, BAD_PERIOD")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public DemographicsView demographics(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(
              description = "ageBand (default), sex, ethnicGroup or disability",
              example = "ageBand")
          @QueryParam("by")
          String by,
      @Parameter(description = "day, week, month or quarter; default quarter") @QueryParam("bucket")
          String bucket,
      @Parameter(description = "Default: the last that is over", example = "2026-Q3")
          @QueryParam("period")
          String period)
      throws SQLException {
    Ward ward = wards.require(wardId, caller.get().organisations());
    Dimension dimension = by == null ? Dimension.AGE_BAND : Dimension.of(by);
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ward.zone());
    Bucket size = bucket == null ? Bucket.QUARTER : Bucket.of(bucket);
    Period asked = period == null ? size.at(today).plus(-1) : size.parse(period);
    return new DemographicsView(
        new CountsView.WardName(ward.id(), ward.name(), ward.siteId(), ward.organisationId()),
        dimension.code(),
        size.code(),
        asked.label(),
        asked.from(),
        asked.to(),
        today,
        query.read(ward.id(), dimension, asked),
        now);
  }
}
