package org.heard.feedback.device;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.json.SmallDocumentSettings;

/** What a device asks and says about itself, with its key. */
@Path("/v1/devices/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Sender.ROLE)
@Tag(name = "Devices")
class OwnDeviceResource {

  private final OwnDevice device;
  private final KeyLimits limits;
  private final SmallDocumentSettings documents;
  private final FieldSettings fieldSettings;
  private final DeviceSettings settings;
  private final SecurityIdentity identity;

  OwnDeviceResource(
      OwnDevice device,
      KeyLimits limits,
      SmallDocumentSettings documents,
      FieldSettings fieldSettings,
      DeviceSettings settings,
      SecurityIdentity identity) {
    this.device = device;
    this.limits = limits;
    this.documents = documents;
    this.fieldSettings = fieldSettings;
    this.settings = settings;
    this.identity = identity;
  }

  @GET
  @Operation(summary = "Where this device stands, what it asks and in which languages")
  @APIResponse(
      responseCode = "200",
      description = "The device of the key",
      content = @Content(schema = @Schema(implementation = OwnDeviceView.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and"
              + " {heard.key-limit.burst} at once, one limit for all doors of a device")
  public OwnDeviceView me() {
    return device.describe(sender());
  }

  @POST
  @Path("/health")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say how this device does, every few minutes",
      description = "The answer holds the time here, by which a device can mend its clock.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = HealthRequest.class),
              examples =
                  @ExampleObject(
                      name = "three wait",
                      value =
                          "{\"clock\": \"2026-10-05T09:15:30.250+01:00\", \"queueLength\": 3}")))
  @APIResponse(
      responseCode = "200",
      description = "Noted",
      content = @Content(schema = @Schema(implementation = OwnDeviceView.class)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE)
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, INVALID_TIME, INVALID_VALUE, VALIDATION_FAILED for several"
              + " at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and"
              + " {heard.key-limit.burst} at once, one limit for all doors of a device")
  public OwnDeviceView health(InputStream body) {
    Sender sender = sender();
    device.report(
        sender,
        HealthRequest.read(
            JsonBody.read(body, documents.maxBytes()),
            settings.maxQueue(),
            fieldSettings.maxErrors()));
    return device.describe(sender);
  }

  private Sender sender() {
    Sender sender = (Sender) identity.getPrincipal();
    sender.requireGoodKey();
    limits.take(sender);
    return sender;
  }
}
