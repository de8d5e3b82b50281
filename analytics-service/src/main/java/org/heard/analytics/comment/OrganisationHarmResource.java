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
import org.heard.analytics.directory.Organisation;
import org.heard.analytics.directory.Organisations;
import org.heard.analytics.paging.Limit;

/** Answers where a good score hides harm in an organisation. */
@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
class OrganisationHarmResource {
  private final Organisations organisations;
  private final HiddenHarm harm;
  private final CurrentCaller caller;
  private final Clock clock;

  OrganisationHarmResource(
      Organisations organisations, HiddenHarm harm, CurrentCaller caller, Clock clock) {
    this.organisations = organisations;
    this.harm = harm;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/{organisation}/hidden-harm")
  @RolesAllowed("service")
  @ForCaller("quality-analyst")
  @Operation(
      summary = "The same of all wards of an organisation, with their wards, newest day first",
      description =
          HiddenHarmView.WHAT + " Counts are of the organisation: no ward stands beside another.")
  @APIResponse(
      responseCode = "200",
      description = "A page of comments, and how many there are in each period",
      content = @Content(schema = @Schema(implementation = HiddenHarmView.class)))
  @APIResponse(
      responseCode = "400",
      description = "BAD_BUCKET, BAD_PERIOD, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_ORGANISATION: not one of the caller's, existing or not")
  public HiddenHarmView ofOrganisation(
      @Parameter(example = "O01") @PathParam("organisation") String organisationId,
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
    Organisation organisation = organisations.require(organisationId, caller.get().organisations());
    LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.zone());
    Periods periods = Periods.asked(Bucket.of(bucket), period, today);
    return harm.ofOrganisation(organisation.id(), periods, Place.after(cursor), Limit.of(limit));
  }
}
