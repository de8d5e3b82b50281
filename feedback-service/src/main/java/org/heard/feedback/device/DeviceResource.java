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
  @Operation(summary = "Revoke a device and its keys for good")
  @APIResponse(
      responseCode = "200",
      description = "Revoked, now or before",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public DeviceView revoke(@PathParam("id") String id) {
    return changed(devices.revoke(idOf(id), caller.organisations()));
  }

  @POST
  @Path("/{id}/rotate")
  @Operation(
      summary = "Give a device a new key, shown in this answer only; the old one is worthless")
  @APIResponse(
      responseCode = "200",
      description = "The device and its new key",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(responseCode = "409", description = "DEVICE_REVOKED")
  public DeviceView rotate(@PathParam("id") String id) {
    return changed(devices.rotate(idOf(id), caller.organisations()));
  }

  @POST
  @Path("/{id}/move")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Put a kiosk on another ward of its organisation",
      description =
          "What was written before `since` still counts for the ward where the kiosk stood then."
              + " Moves dated at or after `since` are forgotten: a mistake is mended by moving"
              + " again. Other replicas learn of it within `heard.device.remember-keys`.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = MoveRequest.class),
              examples =
                  @ExampleObject(
                      name = "at a time",
                      value = "{\"wardId\": \"W02\", \"since\": \"2026-10-05T14:00:00+01:00\"}")))
  @APIResponse(
      responseCode = "200",
      description = "Moved",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(responseCode = "409", description = "DEVICE_REVOKED, NOT_A_KIOSK")
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, UNKNOWN_WARD, INVALID_TIME, VALIDATION_FAILED for several"
              + " at once")
  public DeviceView move(@PathParam("id") String id, InputStream body) {
    MoveRequest request = MoveRequest.read(JsonBody.read(body, MAX_BODY_BYTES));
    return changed(devices.move(idOf(id), request, caller.organisations()));
  }

  /** What was remembered of the device is no longer true, now that the change is committed. */
  private DeviceView changed(DeviceView device) {
    remembered.forget(device.id());
    return device;
  }

  private static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such device.");
    }
  }
}
