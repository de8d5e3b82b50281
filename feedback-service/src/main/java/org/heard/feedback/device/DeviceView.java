package org.heard.feedback.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device as an admin sees it; {@code key} is there once, in the answer to its registration. */
@Schema(name = "Device")
record DeviceView(
    UUID id,
    String name,
    String kind,
    String organisationId,
    @Schema(nullable = true, description = "Kiosks") String wardId,
    Instant createdAt,
    @Schema(nullable = true) Instant revokedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Shown once; only its hash is kept")
        String key) {

  static DeviceView of(Device device, String key) {
    return new DeviceView(
        device.id,
        device.name,
        device.kind,
        device.organisationId,
        device.wardId,
        device.createdAt,
        device.revokedAt,
        key);
  }
}
