package org.heard.feedback.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.heard.feedback.device.DeviceService;

/** The same for admins: nothing that was sent is missing, or what is. */
@Path("/v1/devices/{id}/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Devices")
class SequencesResource {
  private final Sequences sequences;
  private final DeviceService devices;
  private final Caller caller;

  SequencesResource(Sequences sequences, DeviceService devices, Caller caller) {
    this.sequences = sequences;
    this.devices = devices;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Which of a device's sequence numbers are held here")
  @APIResponse(
      responseCode = "200",
      description =
          "At most {heard.sequences.max-rows} ranges and repeats, those with the highest numbers",
      content = @Content(schema = @Schema(implementation = SequencesView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public SequencesView ranges(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    return sequences.of(devices.require(id, caller.organisations()));
  }
}
