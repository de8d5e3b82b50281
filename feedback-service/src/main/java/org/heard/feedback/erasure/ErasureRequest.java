package org.heard.feedback.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** Which submission is to be taken back, by its id or its receipt code, and why. */
@Schema(name = "ErasureRequest", additionalProperties = Schema.False.class)
record ErasureRequest(
    @Schema(
            description = "Either this or the receipt code",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID submissionId,
    @Schema(
            maxLength = 32,
            description = "Either this or the id; takes back all that has this code",
            examples = "7QK2-M0ZD-9XVA-4T8C-D")
        String receiptCode,
    @Schema(
            required = true,
            enumeration = {"objection", "admin"},
            description = "Why: a person objected, or an administrator decided")
        String reason) {
  private static final int UUID_CHARACTERS = 36;

  static ErasureRequest read(ObjectNode body, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    UUID id = fields.parsed("submissionId", ErrorCode.INVALID_ID, ErasureRequest::idOf);
    String code = fields.text("receiptCode");
    String reason = fields.required("reason", fields.oneOf("reason", Set.of("objection", "admin")));
    boolean both = id != null && code != null;
    boolean neither = !body.hasNonNull("submissionId") && code == null;
    if (both || neither) {
      fields.wrong("submissionId", both ? ErrorCode.INVALID_VALUE : ErrorCode.MISSING_FIELD);
    }
    fields.rejectUnknown();
    fields.check();
    return new ErasureRequest(id, code, reason);
  }

  /** Null for what is no UUID; Java reads shorter ones, too. */
  static UUID idOf(String text) {
    try {
      return text.length() == UUID_CHARACTERS ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
