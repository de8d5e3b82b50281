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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;

/** Answers how many. Exact numbers: what may be said of them is the gateway's to judge. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "counts")
class CountsResource {
  private final Wards wards;
  private final CountQuery query;
  private final TagVersions versions;
  private final CurrentCaller caller;
  private final Clock clock;

  CountsResource(
      Wards wards, CountQuery query, TagVersions versions, CurrentCaller caller, Clock clock) {
    this.wards = wards;
    this.query = query;
    this.versions = versions;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/{ward}/counts")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst", "intranet"})
  @Operation(
      summary = "Counts of a ward by period",
      description =
          "Days (2026-10-05), weeks (2026-W40), months (2026-10) or quarters (2026-Q4) in the"
              + " organisation's zone; the last 13 unless said otherwise, at most 120. Rows of"
              + " themes and pillars with 0 are left out.")
  @APIResponse(
      responseCode = "200",
      description = "The counts",
      content = @Content(schema = @Schema(implementation = CountsView.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "BAD_BUCKET, BAD_PERIOD, PERIOD_ORDER, TOO_MANY_PERIODS, BAD_FILTER, UNKNOWN_PARAMETER,"
              + " NUL_CHARACTER, BAD_PATH")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public CountsView counts(
      @Parameter(example = "W01") @PathParam("ward") String wardId,
      @Parameter(description = "day, week, month or quarter; default week") @QueryParam("bucket")
          String bucket,
      @Parameter(description = "First period", example = "2026-W40") @QueryParam("from")
          String from,
      @Parameter(description = "Last period, included", example = "2026-W47") @QueryParam("to")
          String to,
      @Parameter(
              description =
                  "good, improve or why: everything of comments is of those that answer it; of"
                      + " submissions it is of all",
              example = "improve")
          @QueryParam("question")
          String question)
      throws SQLException {
    Ward ward = wards.require(wardId, caller.get().organisations());
    Instant now = clock.instant();
    Periods periods =
        Periods.between(Bucket.of(bucket), from, to, LocalDate.ofInstant(now, ward.zone()));
    return new CountsView(
        new CountsView.WardName(ward.id(), ward.name(), ward.siteId(), ward.organisationId()),
        periods.bucket().code(),
        query.read(ward.id(), periods, AskedQuestion.of(question)),
        versions.taxonomy(),
        versions.model(),
        now);
  }
}
