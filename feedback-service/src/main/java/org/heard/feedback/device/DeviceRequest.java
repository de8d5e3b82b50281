package org.heard.feedback.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** A kiosk (with its ward) or an importer (with its organisation) to be registered. */
@Schema(name = "DeviceRequest")
record DeviceRequest(
    @Schema(
            required = true,
            examples = "Ash Ward, day room",
            maxLength = DeviceRequest.MAX_NAME,
            description = "What its admins call it; not blank")
        String name,
    @Schema(
            required = true,
            enumeration = {"kiosk", "importer"},
            description = "A kiosk writes one ward, an importer any ward of its organisation")
        String kind,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "The ward where it stands: needed for a kiosk, absent for an importer",
            examples = "W01")
        String wardId,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "Needed for an importer, absent for a kiosk",
            examples = "O01")
        String organisationId) {
  static final int MAX_NAME = 100;

  static DeviceRequest read(ObjectNode body, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    String name = fields.requiredText("name");
    if (name != null && name.length() > MAX_NAME) {
      fields.wrong("name", ErrorCode.TEXT_TOO_LONG);
    }
    DeviceKind kind =
        fields.required("kind", fields.parsed("kind", ErrorCode.INVALID_VALUE, DeviceKind::of));
    String wardId = fields.text("wardId");
    String organisationId = fields.text("organisationId");
    fields.rejectUnknown();
    if (kind == DeviceKind.KIOSK) {
      fields.required("wardId", wardId);
      if (organisationId != null) {
        fields.wrong("organisationId", ErrorCode.INVALID_VALUE);
      }
    } else if (kind == DeviceKind.IMPORTER) {
      fields.required("organisationId", organisationId);
      if (wardId != null) {
        fields.wrong("wardId", ErrorCode.INVALID_VALUE);
      }
    }
    fields.check();
    return new DeviceRequest(name, kind.code(), wardId, organisationId);
  }

  DeviceKind deviceKind() {
    return DeviceKind.of(kind);
  }
}
