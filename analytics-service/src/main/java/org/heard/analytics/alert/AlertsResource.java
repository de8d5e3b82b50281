package org.heard.analytics.alert;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.analytics.access.CurrentCaller;
import org.heard.analytics.access.ForCaller;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Answers what an alert is to those who handle its lane; feedback-service asks for them. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
class AlertsResource {
  private final Alerts alerts;
  private final CurrentCaller caller;

  AlertsResource(Alerts alerts, CurrentCaller caller) {
    this.alerts = alerts;
    this.caller = caller;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("service")
  @ForCaller("alert-handler")
  @Operation(
      summary = "An open alert of the caller's lanes and organisations",
      description = "An erased comment's alert is open as long as its lane keeps a copy.")
  @APIResponse(responseCode = "200", description = "It is open")
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: no such alert, or one of another lane or organisation, alike")
  public AlertView alert(
      @Parameter(example = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1") @PathParam("id") String id)
      throws SQLException {
    Optional<AlertId> known = Optional.ofNullable(AlertId.of(id));
    if (known.isPresent()) {
      Optional<AlertView> found = alerts.find(known.get(), caller.get());
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ProblemException(ErrorCode.NOT_FOUND, "No such alert.");
  }
}
