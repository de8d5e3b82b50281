package org.heard.analytics.action;

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
import org.heard.analytics.paging.Limit;
import org.heard.analytics.paging.Page;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Answers what is public anyway, so no person stands behind the question. */
@Path("/v1/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
class StatementsResource {
  private final Statements statements;

  StatementsResource(Statements statements) {
    this.statements = statements;
  }

  @GET
  @RolesAllowed("service")
  @Operation(
      summary = "What a ward was told and what it did, as published, the latest first",
      description =
          "Takes the service's token alone. A ward that does not exist has an empty list, as one"
              + " that has published nothing.")
  @APIResponse(responseCode = "200", description = "A page of statements")
  @APIResponse(
      responseCode = "400",
      description = "BAD_FILTER: no ward; BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page<PublicStatement> statements(
      @Parameter(required = true, example = "W01") @QueryParam("ward") String ward,
      @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200, default 50") @QueryParam("limit") String limit)
      throws SQLException {
    if (ward == null) {
      throw new ProblemException(ErrorCode.BAD_FILTER, "Send the ward's id.");
    }
    return statements.find(ward, cursor, Limit.of(limit));
  }
}
