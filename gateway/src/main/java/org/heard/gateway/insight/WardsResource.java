package org.heard.gateway.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.access.Roles;
import org.heard.gateway.upstream.Analytics;
import org.heard.gateway.upstream.WardPage;

@Path("/api/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class WardsResource {
  private final CurrentCaller caller;
  private final WardReach reach;
  private final Analytics analytics;

  WardsResource(CurrentCaller caller, WardReach reach, Analytics analytics) {
    this.caller = caller;
    this.reach = reach;
    this.analytics = analytics;
  }

  @GET
  @RolesAllowed({Roles.WARD_LEADER, Roles.QUALITY_ANALYST})
  @Operation(
      summary = "The wards within your reach",
      description =
          "A quality-analyst sees all wards of the own organisations, a ward-leader those whose"
              + " id, site or division is among the own units.")
  @APIResponse(responseCode = "200", description = "One page of wards, ordered by id")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public WardListView wards(
      @Parameter(description = "Only wards of this site", example = "S01") @QueryParam("site")
          String site,
      @Parameter(description = "Only wards with this ODS code", example = "ZZ001")
          @QueryParam("ods")
          String ods,
      @Parameter(description = "`next` of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "Wards on a page, default 50, at most 200", example = "50")
          @QueryParam("limit")
          String limit) {
    Optional<Set<String>> units = caller.get().unitsToListWithin();
    if (units.map(Set::isEmpty).orElse(false)) {
      return WardListView.empty();
    }
    WardPage page = analytics.wards(caller.rawToken(), site, ods, units, cursor, limit);
    if (!page.items().stream().allMatch(reach::mayRead)) {
      throw new IllegalStateException("analytics-service listed a ward beyond the caller's reach");
    }
    return WardListView.of(page);
  }
}
