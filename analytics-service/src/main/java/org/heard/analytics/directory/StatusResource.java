package org.heard.analytics.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers how much of the directory has arrived. */
@Path("/v1/directory/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "directory")
class StatusResource {
  private final Wards wards;

  StatusResource(Wards wards) {
    this.wards = wards;
  }

  /** How much of the directory has arrived. */
  @Schema(name = "DirectoryStatus")
  record StatusView(@Schema(description = "Wards known", examples = "12") long wards) {}

  @GET
  @RolesAllowed("service")
  @Operation(
      summary = "How much of the directory has arrived",
      description = "Takes the service's token alone.")
  @APIResponse(responseCode = "200", description = "The number of wards known")
  public StatusView status() {
    return new StatusView(wards.knownEverywhere());
  }
}
