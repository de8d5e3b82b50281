package org.heard.feedback.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device as an admin sees it; {@code key} is there once, in the answer that made it. */
@Schema(name = "Device")
record DeviceView(
    UUID id,
    String name,
    String kind,
    String organisationId,
    @Schema(nullable = true, description = "Where a kiosk stands now") String wardId,
    @Schema(description = "Where a kiosk stands and stood, and will by what is known now")
        List<Assignment> wards,
    @Schema(nullable = true) DeviceHealth health,
    Instant createdAt,
    @Schema(nullable = true) Instant revokedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Shown once; only its hash is kept")
        String key) {

  static DeviceView of(Device device, String key, Instant now) {
    Sender sender = device.sender(null);
    return new DeviceView(
        device.id,
        device.name,
        device.kind,
        device.organisationId,
        sender.wardAt(now),
        sender.wards(),
        device.health,
        device.createdAt,
        device.revokedAt,
        key);
  }
}
