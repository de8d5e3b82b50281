package org.heard.feedback.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.json.PageSize;
import org.heard.feedback.json.SmallDocumentSettings;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Kiosks and importers, for admins. */
@Path("/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Devices")
class DeviceResource {

  private final DeviceService devices;
  private final Pairing pairing;
  private final RememberedKeys remembered;
  private final SmallDocumentSettings documents;
  private final FieldSettings fieldSettings;
  private final Caller caller;

  DeviceResource(
      DeviceService devices,
      Pairing pairing,
      RememberedKeys remembered,
      SmallDocumentSettings documents,
      FieldSettings fieldSettings,
      Caller caller) {
    this.devices = devices;
    this.pairing = pairing;
    this.remembered = remembered;
    this.documents = documents;
    this.fieldSettings = fieldSettings;
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
      content =
          @Content(
              schema = @Schema(implementation = DeviceView.class),
              examples = @ExampleObject(name = "a kiosk and its key", value = DeviceView.WITH_KEY)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE)
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, INVALID_VALUE, TEXT_TOO_LONG, UNKNOWN_WARD, WARD_CLOSED,"
              + " UNKNOWN_UNIT, VALIDATION_FAILED for several at once")
  public Response register(InputStream body) {
    DeviceRequest request =
        DeviceRequest.read(JsonBody.read(body, documents.maxBytes()), fieldSettings.maxErrors());
    return Response.status(Response.Status.CREATED)
        .entity(devices.register(request, caller.organisations()))
        .build();
  }

  /** A page of a list; {@code next} is null at the end. */
  @Schema(name = "DevicePage")
  record Page(
      @Schema(maxItems = 200, description = "In the order of their ids") List<DeviceView> items,
      @Schema(minimum = "0", description = "On all pages together", examples = "1") long total,
      @Schema(
              nullable = true,
              format = "uuid",
              description = "The `cursor` of the next page; null at the end")
          String next) {}

  @GET
  @Operation(summary = "List the devices of your organisations and how they do")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = Page.class)))
  @APIResponse(responseCode = "400", description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR")
  public Page list(
      @Parameter(
              description = "The last page's next",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @DefaultValue("")
          @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "Entries on a page",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @DefaultValue("50")
          @QueryParam("limit")
          String limit) {
    int rows = PageSize.of(limit);
    List<DeviceView> found = devices.list(caller.organisations(), after(cursor), rows + 1);
    boolean more = found.size() > rows;
    List<DeviceView> page = more ? found.subList(0, rows) : found;
    return new Page(
        page,
        devices.count(caller.organisations()),
        more ? page.get(rows - 1).id().toString() : null);
  }

  private static UUID after(String cursor) {
    try {
      return cursor.isEmpty() ? new UUID(0, 0) : UUID.fromString(cursor);
    } catch (IllegalArgumentException notAnId) {
      throw new ProblemException(ErrorCode.BAD_CURSOR, "Send the next of the page before, as is.");
    }
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One device and how it does")
  @APIResponse(
      responseCode = "200",
      description = "The device",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public DeviceView get(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    return devices.find(id, caller.organisations());
  }

  @POST
  @Path("/{id}/revoke")
  @Operation(summary = "Revoke a device and its keys for good")
  @APIResponse(
      responseCode = "200",
      description = "Revoked, now or before",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public DeviceView revoke(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    return changed(devices.revoke(DeviceService.idOf(id), caller.organisations()));
  }

  @POST
  @Path("/{id}/rotate")
  @Operation(
      summary = "Give a device a new key, shown in this answer only; the old one is worthless",
      description = "So is a pairing code that waits to be used.")
  @APIResponse(
      responseCode = "200",
      description = "The device and its new key",
      content =
          @Content(
              schema = @Schema(implementation = DeviceView.class),
              examples = @ExampleObject(name = "a kiosk and its key", value = DeviceView.WITH_KEY)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(responseCode = "409", description = "DEVICE_REVOKED")
  public DeviceView rotate(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    return changed(devices.rotate(DeviceService.idOf(id), caller.organisations()));
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
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE)
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, UNKNOWN_WARD, WARD_CLOSED, INVALID_TIME,"
              + " VALIDATION_FAILED for several at once")
  public DeviceView move(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id,
      InputStream body) {
    MoveRequest request =
        MoveRequest.read(JsonBody.read(body, documents.maxBytes()), fieldSettings.maxErrors());
    return changed(devices.move(DeviceService.idOf(id), request, caller.organisations()));
  }

  @POST
  @Path("/{id}/pairing-code")
  @Operation(
      summary = "A one-time code, also as a QR code, by which a kiosk gets its key",
      description =
          "Good for ten minutes (`heard.pairing.lifetime`) and one use; a new one replaces it, and"
              + " a new key or a revocation ends it. The"
              + " key that the kiosk has stays good until then.")
  @APIResponse(
      responseCode = "201",
      description = "Shown in this answer only",
      content = @Content(schema = @Schema(implementation = PairingView.class)))
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  @APIResponse(responseCode = "409", description = "DEVICE_REVOKED, NOT_A_KIOSK")
  public Response pairingCode(
      @Parameter(
              description = "The device's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id,
      @Context UriInfo here) {
    PairingView code =
        pairing.begin(
            DeviceService.idOf(id), caller.organisations(), here.getBaseUri().resolve("kiosk"));
    return Response.status(Response.Status.CREATED).entity(code).build();
  }

  /** What was remembered of the device is no longer true, now that the change is committed. */
  private DeviceView changed(DeviceView device) {
    remembered.forget(device.id());
    return device;
  }
}
