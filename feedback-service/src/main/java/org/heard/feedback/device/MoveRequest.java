package org.heard.feedback.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** Where a kiosk stands from when. */
@Schema(name = "MoveRequest")
record MoveRequest(
    @Schema(required = true, examples = "W02") String wardId,
    @Schema(description = "ISO 8601 with any offset; absent: now") Instant since) {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  static MoveRequest read(ObjectNode body) {
    Fields fields = Fields.of(body);
    String wardId = fields.requiredText("wardId");
    Instant since = fields.parsed("since", ErrorCode.INVALID_TIME, MoveRequest::time);
    fields.rejectUnknown();
    fields.check();
    return new MoveRequest(wardId, since);
  }

  private static Instant time(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      boolean storable = time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
      return storable ? time.toInstant().truncatedTo(ChronoUnit.MICROS) : null;
    } catch (DateTimeException malformed) {
      return null;
    }
  }
}
