package org.heard.feedback.device;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.json.SmallDocumentSettings;

/** How a kiosk gets its key without anybody typing or copying it. */
@Path("/v1/devices/pair")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Devices")
class PairingResource {

  private final KeyExchange keys;
  private final SmallDocumentSettings documents;
  private final FieldSettings fieldSettings;

  PairingResource(KeyExchange keys, SmallDocumentSettings documents, FieldSettings fieldSettings) {
    this.keys = keys;
    this.documents = documents;
    this.fieldSettings = fieldSettings;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirementsSet
  @Operation(
      summary = "Exchange a one-time pairing code for the kiosk's key",
      description =
          "No credentials: the code is one, for ten minutes and one use. Any key that the kiosk had"
              + " before is worthless from then on. If the answer is lost, an admin makes another"
              + " code.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = PairRequest.class),
              examples = @ExampleObject(name = "a code", value = "{\"code\": \"7QK2M-0ZD9X\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The device and its key, shown in this answer only",
      content =
          @Content(
              schema = @Schema(implementation = DeviceView.class),
              examples = @ExampleObject(name = "a kiosk and its key", value = DeviceView.WITH_KEY)))
  @APIResponse(responseCode = "400", description = "INVALID_JSON, WRONG_TYPE")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: unknown, used or expired")
  @APIResponse(responseCode = "413", description = SmallDocumentSettings.TOO_LARGE_OF_ANYBODY)
  @APIResponse(
      responseCode = "422",
      description =
          "MISSING_FIELD, UNKNOWN_FIELD, TEXT_TOO_LONG, VALIDATION_FAILED for several at once")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.pairing.per-second} codes a second and {heard.pairing.burst} at"
              + " once, by everybody together")
  public DeviceView pair(InputStream body) {
    return keys.redeem(
        PairRequest.read(
                JsonBody.read(body, documents.maxAnonymousBytes()), fieldSettings.maxErrors())
            .code());
  }
}
