package org.heard.gateway.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
class MeResource {
  private final CurrentCaller caller;

  MeResource(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @RolesAllowed({
    Roles.WARD_LEADER,
    Roles.QUALITY_ANALYST,
    Roles.INTRANET,
    Roles.ALERT_HANDLER,
    Roles.INFORMATION_GOVERNANCE,
    Roles.ADMIN
  })
  @Operation(summary = "Who the token says you are, and how far it reaches")
  @APIResponse(responseCode = "200", description = "The caller")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public Caller me() {
    return caller.get();
  }
}
