package org.heard.feedback.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;

/** A device as an admin sees it; {@code key} is there once, in the answer that made it. */
@Schema(name = "Device", examples = DeviceView.A_KIOSK)
record DeviceView(
    @Schema(description = "Its id, for ever", examples = "3f2a9c10-5d7e-4b86-9c41-e0a7d25b6f13")
        UUID id,
    @Schema(
            maxLength = DeviceRequest.MAX_NAME,
            description = "What its admins call it",
            examples = "Ash Ward, day room")
        String name,
    @Schema(
            enumeration = {"kiosk", "importer"},
            description = "A kiosk writes one ward, an importer any ward of its organisation")
        String kind,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "The organisation it belongs to",
            examples = "O01")
        String organisationId,
    @Schema(
            nullable = true,
            pattern = Directory.ID_PATTERN,
            description = "Where a kiosk stands now; null for an importer",
            examples = "W01")
        String wardId,
    @Schema(description = "Where a kiosk stands and stood, and will by what is known now")
        List<Assignment> wards,
    @Schema(nullable = true, description = "How it does; null until its key came once")
        DeviceHealth health,
    @Schema(description = "When it was registered", examples = "2026-09-28T07:30:00Z")
        Instant createdAt,
    @Schema(
            nullable = true,
            description = "When it was revoked for good; null if it was not",
            examples = "2026-11-20T12:00:00Z")
        Instant revokedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            pattern = "^hk_(dev|imp)_[A-Za-z0-9_-]{43}$",
            description = "Only in the answer that made it; only its hash is kept",
            examples = "hk_dev_EXAMPLE-ONLY-EXAMPLE-ONLY-EXAMPLE-ONLY-0000")
        String key) {

  private static final String OF_A_KIOSK =
      """
      {"id": "3f2a9c10-5d7e-4b86-9c41-e0a7d25b6f13", "name": "Ash Ward, day room",
       "kind": "kiosk", "organisationId": "O01", "wardId": "W01",
       "wards": [{"wardId": "W01", "since": "1970-01-01T00:00:00Z"}],
      """;
  static final String A_KIOSK =
      OF_A_KIOSK
          + """
           "health": {"lastSeenAt": "2026-10-05T08:15:31.204518Z",
                      "reportedAt": "2026-10-05T08:15:31.204518Z",
                      "clockSkewMillis": -250, "queueLength": 3},
           "createdAt": "2026-09-28T07:30:00Z", "revokedAt": null}
          """;

  /** As an answer shows it that made its key. */
  static final String WITH_KEY =
      OF_A_KIOSK
          + """
           "health": null, "createdAt": "2026-09-28T07:30:00Z", "revokedAt": null,
           "key": "hk_dev_EXAMPLE-ONLY-EXAMPLE-ONLY-EXAMPLE-ONLY-0000"}
          """;

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
