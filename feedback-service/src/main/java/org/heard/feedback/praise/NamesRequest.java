package org.heard.feedback.praise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Whose names are asked for: tokens of one submission. */
@Schema(name = "StaffNamesRequest")
record NamesRequest(
    @Schema(
            required = true,
            description = "The submission",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID submissionId,
    @Schema(
            required = true,
            description =
                "Tokens for names of staff in its answers, as analytics-service lists them in"
                    + " `praised`. Names of other people are never told",
            examples = "[\"[STAFF-1]\"]")
        List<String> tokens) {
  private static final Pattern STAFF = Pattern.compile("\\[STAFF-[0-9]{1,6}\\]");

  static List<NamesRequest> read(ArrayNode body, StaffNamesSettings settings, int maxErrors) {
    if (body.size() > settings.maxSubmissions()) {
      throw tooMany(settings.maxSubmissions() + " submissions");
    }
    List<NamesRequest> asked = new ArrayList<>();
    List<Fields> items = Fields.each(body, maxErrors);
    items.forEach(item -> asked.add(read(item)));
    items.stream().findFirst().ifPresent(Fields::check);
    if (asked.stream().mapToInt(each -> each.tokens().size()).sum() > settings.maxTokens()) {
      throw tooMany(settings.maxTokens() + " tokens");
    }
    return asked;
  }

  private static NamesRequest read(Fields fields) {
    UUID id =
        fields.required(
            "submissionId", fields.parsed("submissionId", ErrorCode.INVALID_ID, NamesRequest::id));
    List<String> tokens = fields.texts("tokens");
    fields.required("tokens", tokens.isEmpty() ? null : tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (!STAFF.matcher(tokens.get(i)).matches()) {
        fields.wrong("tokens/" + i, ErrorCode.INVALID_VALUE);
      }
    }
    fields.rejectUnknown();
    return new NamesRequest(id, tokens);
  }

  private static UUID id(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equalsIgnoreCase(text) ? id : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static ProblemException tooMany(String most) {
    return new ProblemException(ErrorCode.TOO_MANY_NAMES, "At most " + most + " at once.");
  }
}
