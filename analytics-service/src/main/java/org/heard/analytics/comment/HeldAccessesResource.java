package org.heard.analytics.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;

/** Answers who read held answers or carried answers away, for who looks after that. */
@Path("/v1/held-accesses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
class HeldAccessesResource {
  private final HeldAccessList accesses;
  private final CurrentCaller caller;

  HeldAccessesResource(HeldAccessList accesses, CurrentCaller caller) {
    this.accesses = accesses;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("service")
  @ForCaller("information-governance")
  @Operation(
      summary =
          "Who read answers that are held back for their language, wrote in their place, or carried"
              + " answers away as training data",
      description = "The last first, of the caller's organisations; never a word of any answer.")
  @APIResponse(responseCode = "200", description = "A page of accesses")
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page<HeldAccessView> accesses(
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    return accesses.find(caller.get().organisations(), before(cursor), Limit.of(limit));
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
}
