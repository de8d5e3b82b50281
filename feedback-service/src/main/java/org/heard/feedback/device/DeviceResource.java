package org.heard.feedback.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Kiosks and importers, for admins. */
@Path("/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Devices")
class DeviceResource {
  private static final int MAX_BODY_BYTES = 16 * 1024;

  private final DeviceService devices;
  private final RememberedKeys remembered;
  private final Caller caller;

  DeviceResource(DeviceService devices, RememberedKeys remembered, Caller caller) {
    this.devices = devices;
    this.remembered = remembered;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Register a kiosk or an importer; its key is shown in this answer only")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DeviceRequest.class),
              examples =
                  @ExampleObject(
                      name = "a kiosk",
                      value =
                          "{\"name\": \"Ash Ward, day room\", \"kind\": \"kiosk\","
                              + " \"wardId\": \"W01\"}")))
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE, TEXT_TOO_LONG, UNKNOWN_WARD, UNKNOWN_UNIT,"
              + " VALIDATION_FAILED for several at once")
  public Response register(InputStream body) {
    DeviceRequest request = DeviceRequest.read(JsonBody.read(body, MAX_BODY_BYTES));
    return Response.status(Response.Status.CREATED)
        .entity(devices.register(request, caller.organisations()))
        .build();
  }

  @POST
  @Path("/{id}/revoke")
  @Operation(summary = "Revoke a device's key for good")
  @APIResponse(
      responseCode = "200",
      description = "Revoked, now or before",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public DeviceView revoke(@PathParam("id") String id) {
    try {
      DeviceView revoked = devices.revoke(UUID.fromString(id), caller.organisations());
      remembered.forget(revoked.id());
      return revoked;
    } catch (IllegalArgumentException notAnId) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such device.");
    }
  }
}
