package org.heard.feedback.breakglass;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/** For which alert somebody has to read, and why. */
@Schema(name = "RawAccessRequest", additionalProperties = Schema.False.class)
record RawAccessRequest(
    @Schema(
            required = true,
            maxLength = 100,
            description = "An open alert of this submission, in one of your lanes",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1")
        String alertId,
    @Schema(
            maxLength = 2000,
            description =
                "Why, for whoever looks at it later; `heard.raw-access.min-reason` to `max-reason`"
                    + " code points. Needed unless you have been let in for this alert already",
            examples = "Ward asked which bed; a person may be in danger tonight.")
        String reason) {

  static RawAccessRequest read(ObjectNode body, RawAccessSettings settings, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    String alertId = fields.requiredText("alertId");
    String reason = fields.text("reason");
    String stripped = reason == null ? null : reason.strip();
    if (stripped != null) {
      int length = stripped.codePointCount(0, stripped.length());
      if (length < settings.minReason()) {
        fields.wrong("reason", ErrorCode.TEXT_TOO_SHORT);
      } else if (length > settings.maxReason()) {
        fields.wrong("reason", ErrorCode.TEXT_TOO_LONG);
      }
    }
    fields.rejectUnknown();
    fields.check();
    return new RawAccessRequest(alertId, stripped);
  }

  /** Whether what was sent could be the id of an alert at all; it becomes part of an address. */
  boolean namesAnAlert() {
    return alertId.matches("[A-Za-z0-9-]{1,100}");
  }

  /** The reason, where one is needed. */
  String requiredReason() {
    if (reason == null) {
      throw ProblemException.of(List.of(new FieldError("/reason", ErrorCode.MISSING_FIELD)));
    }
    return reason;
  }
}
