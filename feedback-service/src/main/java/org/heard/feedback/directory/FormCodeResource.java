package org.heard.feedback.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;

/** Another code for a ward whose own has been misused. */
@Path("/v1/wards/{id}/form-code")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Directory")
class FormCodeResource {
  private final WardForms forms;
  private final Caller caller;

  FormCodeResource(WardForms forms, Caller caller) {
    this.forms = forms;
    this.caller = caller;
  }

  @POST
  @Operation(
      summary = "Give a ward another form code",
      description =
          "Print its posters anew. The code before leads to the ward for {heard.form-code.old-for} more. The ward's"
              + " version goes up, and it is published.")
  @APIResponse(
      responseCode = "200",
      description = "The ward with its new code",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public UnitView replace(
      @Parameter(
              description = "The ward's id",
              schema = @Schema(type = SchemaType.STRING, pattern = Directory.ID_PATTERN),
              example = "W01")
          @PathParam("id")
          String id) {
    return forms.replace(id, caller.organisations());
  }
}
