package org.heard.gateway.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.gateway.access.Roles;

@Path("/api/v1/taxonomy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insight")
class TaxonomyResource {
  private final TaxonomyView taxonomy;

  TaxonomyResource(ObjectMapper json) {
    try (InputStream words = TaxonomyResource.class.getResourceAsStream("/taxonomy.json")) {
      this.taxonomy = json.readValue(words, TaxonomyView.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  @Operation(
      summary = "The themes, their names and what they mean",
      description = "The words to show for the codes that tags carry.")
  @APIResponse(responseCode = "200", description = "The taxonomy")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthenticated")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Internal")
  @APIResponse(responseCode = "503", ref = "Unavailable")
  public TaxonomyView taxonomy() {
    return taxonomy;
  }
}
