package org.heard.feedback.submission;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.device.KeyLimits;
import org.heard.feedback.device.Sender;

/** For a device to compare what it sent with what is held. */
@Path("/v1/devices/me/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Sender.ROLE)
@Tag(name = "Devices")
class OwnSequencesResource {
  private final Sequences sequences;
  private final KeyLimits limits;
  private final SecurityIdentity identity;

  OwnSequencesResource(Sequences sequences, KeyLimits limits, SecurityIdentity identity) {
    this.sequences = sequences;
    this.limits = limits;
    this.identity = identity;
  }

  @GET
  @Operation(summary = "Which of this device's sequence numbers are held here")
  @APIResponse(
      responseCode = "200",
      description =
          "At most {heard.sequences.max-rows} ranges and repeats, those with the highest numbers",
      content = @Content(schema = @Schema(implementation = SequencesView.class)))
  @APIResponse(responseCode = "401", description = "UNAUTHORIZED, KEY_REVOKED")
  @APIResponse(
      responseCode = "429",
      description =
          "RATE_LIMITED: {heard.key-limit.per-second} requests a second and"
              + " {heard.key-limit.burst} at once, one limit for all doors of a device")
  public SequencesView ranges() {
    Sender sender = (Sender) identity.getPrincipal();
    sender.requireGoodKey();
    limits.take(sender);
    return sequences.of(sender.deviceId());
  }
}
