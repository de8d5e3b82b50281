package org.heard.feedback.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** Where a kiosk stands from when. */
@Schema(name = "MoveRequest")
record MoveRequest(
    @Schema(
            required = true,
            pattern = Directory.ID_PATTERN,
            description = "The ward where it stands from then on",
            examples = "W02")
        String wardId,
    @Schema(
            description = "ISO 8601 with any offset; absent: now",
            examples = "2026-10-05T14:00:00+01:00")
        Instant since) {

  static MoveRequest read(ObjectNode body, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    String wardId = fields.requiredText("wardId");
    Instant since = fields.parsed("since", ErrorCode.INVALID_TIME, Times::parse);
    fields.rejectUnknown();
    fields.check();
    return new MoveRequest(wardId, since);
  }
}
