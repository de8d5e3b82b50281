package org.heard.analytics.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.counting.Bucket;
import org.heard.analytics.counting.Periods;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;
import org.heard.analytics.paging.Limit;

/** Answers where a good score hides harm on a ward. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
class WardHarmResource {
  private final Wards wards;
  private final HiddenHarm harm;
  private final CurrentCaller caller;
  private final Clock clock;

  WardHarmResource(Wards wards, HiddenHarm harm, CurrentCaller caller, Clock clock) {
    this.wards = wards;
    this.harm = harm;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/{ward}/hidden-harm")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst"})
  @Operation(
      summary = "Comments of a ward with a good score and a serious statement, newest day first",
      description = HiddenHarmView.WHAT)
  @APIResponse(
      responseCode = "200",
      description = "A page of comments, and how many there are in each period",
      content = @Content(schema = @Schema(implementation = HiddenHarmView.class)))
  @APIResponse(
      responseCode = "400",
      description = "BAD_BUCKET, BAD_PERIOD, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public HiddenHarmView ofWard(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(description = "week, month or quarter; default week") @QueryParam("bucket")
          String bucket,
      @Parameter(
              description = "One period of the bucket; without it, the last 13",
              example = "2026-W40")
          @QueryParam("period")
          String period,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    Ward ward = wards.require(wardId, caller.get().organisations());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ward.zone());
    Periods periods = Periods.asked(Bucket.of(bucket), period, today);
    return harm.ofWard(ward.id(), periods, Place.after(cursor), Limit.of(limit));
  }
}
