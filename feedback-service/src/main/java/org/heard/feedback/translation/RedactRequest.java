package org.heard.feedback.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.FieldLimit;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** A text that a person wrote for an answer. */
@Schema(name = "RedactRequest", additionalProperties = Schema.False.class)
record RedactRequest(
    @Schema(
            required = true,
            pattern = Directory.ID_PATTERN,
            description = "The ward that the answer is about: names of its places stay",
            examples = "W01")
        String wardId,
    @Schema(
            maxLength = 35,
            description =
                "Of the text: names of persons are found in `en`, what has a form in any. Absent:"
                    + " identified here",
            examples = "en")
        String language,
    @Schema(
            required = true,
            extensions =
                @Extension(name = FieldLimit.SETTING, value = "heard.redact.max-text-code-points"),
            description = "As the person wrote it; the length in code points",
            examples = "Nurse Folake was kind, call me on 07700 900123.")
        String text) {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");
  private static final int MAX_LANGUAGE = 35;

  static RedactRequest read(ObjectNode body, RedactSettings settings, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    String wardId = fields.requiredText("wardId");
    String language =
        fields.parsed("language", ErrorCode.INVALID_LANGUAGE, RedactRequest::language);
    String text = fields.requiredText("text");
    if (text != null && text.codePointCount(0, text.length()) > settings.maxTextCodePoints()) {
      fields.wrong("text", ErrorCode.TEXT_TOO_LONG);
    }
    fields.rejectUnknown();
    fields.check();
    return new RedactRequest(wardId, language, text);
  }

  private static String language(String text) {
    return text.length() <= MAX_LANGUAGE && LANGUAGE.matcher(text).matches() ? text : null;
  }
}
