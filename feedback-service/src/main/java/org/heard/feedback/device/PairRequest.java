package org.heard.feedback.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** The code that a kiosk read from a screen. */
@Schema(name = "PairRequest")
record PairRequest(
    @Schema(
            required = true,
            examples = "7QK2M-0ZD9X",
            maxLength = PairRequest.MAX_LENGTH,
            description =
                "As an admin was shown it; case, hyphens, spaces and look-alikes do not matter")
        String code) {
  private static final int MAX_LENGTH = 40;

  static PairRequest read(ObjectNode body, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    String code = fields.requiredText("code");
    if (code != null && code.length() > MAX_LENGTH) {
      fields.wrong("code", ErrorCode.TEXT_TOO_LONG);
    }
    fields.rejectUnknown();
    fields.check();
    return new PairRequest(code);
  }
}
