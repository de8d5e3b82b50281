package org.heard.analytics.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Answers which wards there are. */
@Path("/v1/wards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "directory")
class WardsResource {
  /** Ids in one request line; a leader of more names a division or a site. */
  private static final int MAX_UNITS = 500;

  private final Wards wards;
  private final CurrentCaller caller;

  WardsResource(Wards wards, CurrentCaller caller) {
    this.wards = wards;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst", "intranet", "alert-handler", "admin"})
  @Operation(
      summary = "Wards of the caller's organisations, by id",
      description = "A unit is the id of a ward, a site or a division; without units, all.")
  @APIResponse(responseCode = "200", description = "A page of wards")
  @APIResponse(
      responseCode = "400",
      description =
          "UNKNOWN_PARAMETER, BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR, BAD_FILTER, NUL_CHARACTER,"
              + " BAD_PATH")
  public Page<WardView> wards(
      @Parameter(example = "S01") @QueryParam("site") String site,
      @Parameter(description = "ODS code of the site", example = "ZZ101") @QueryParam("ods")
          String ods,
      @Parameter(example = "W01,S02,D03") @QueryParam("units") String units,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit,
      @Context UriInfo address) {
    int size = Limit.of(limit);
    String after = cursor == null ? null : Cursor.parts(cursor, 1).get(0);
    WardFilter filter = filter(site, ods, units(units, address));
    return Page.of(
        wards.list(filter, after, size + 1),
        wards.count(filter),
        size,
        WardView::of,
        ward -> Cursor.of(ward.id()));
  }

  /** The framework gives null for an empty parameter, and no units must not become all of them. */
  private static String units(String units, UriInfo address) {
    return units == null && address.getQueryParameters().containsKey("units") ? "" : units;
  }

  private WardFilter filter(String site, String ods, String units) {
    WardFilter filter = WardFilter.within(caller.get().organisations());
    filter = site == null ? filter : filter.site(site);
    filter = ods == null ? filter : filter.odsCode(ods);
    return units == null ? filter : filter.units(ids(units));
  }

  private static List<String> ids(String units) {
    List<String> ids = List.of(units.split(",", -1));
    if (ids.size() > MAX_UNITS) {
      throw new ProblemException(ErrorCode.BAD_FILTER, "At most " + MAX_UNITS + " units.");
    }
    return ids;
  }

  @GET
  @Path("/{ward}")
  @RolesAllowed("service")
  @ForCaller({"ward-leader", "quality-analyst", "intranet", "alert-handler", "admin"})
  @Operation(summary = "One ward")
  @APIResponse(
      responseCode = "200",
      description = "The ward",
      content = @Content(schema = @Schema(implementation = WardView.class)))
  @APIResponse(
      responseCode = "404",
      description = "UNKNOWN_WARD: not in the caller's organisations, existing or not")
  public WardView ward(@Parameter(example = "W01") @PathParam("ward") String ward) {
    return WardView.of(wards.require(ward, caller.get().organisations()));
  }
}
