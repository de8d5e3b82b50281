package org.heard.analytics.comment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.JsonBody;
import org.heard.analytics.problem.PlainText;
import org.heard.analytics.problem.ProblemException;

/** What a person writes in the place of a held answer. */
@Schema(name = "TranslationRequest")
record TranslationRequest(
    @Schema(
            required = true,
            enumeration = {"translation", "cleared"},
            description =
                "`translation`: the answer in English, tagged and counted as any other. `cleared`:"
                    + " the answer in its own language without identifiers, shown as it is sent",
            examples = "translation")
        Translation.Kind kind,
    @Schema(
            required = true,
            description = "What everybody will read; identifiers have been taken out before",
            examples = "The nurses were very kind.")
        String text) {
  private static final List<String> FIELDS = List.of("kind", "text");

  /** The request in a body; throws what is wrong with it. */
  static TranslationRequest read(InputStream body, TranslationConfig limits) {
    JsonNode json = JsonBody.read(body, limits.maxBytes());
    json.fieldNames()
        .forEachRemaining(
            name ->
                require(FIELDS.contains(name), ErrorCode.UNKNOWN_FIELD, "Known: kind and text."));
    Translation.Kind kind =
        Translation.Kind.of(text(json, "kind"))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ErrorCode.INVALID_VALUE, "kind is translation or cleared."));
    String text = text(json, "text");
    require(!text.isBlank(), ErrorCode.MISSING_FIELD, "text is empty.");
    require(
        text.codePointCount(0, text.length()) <= limits.maxText(),
        ErrorCode.TEXT_TOO_LONG,
        "text has at most " + limits.maxText() + " code points.");
    return new TranslationRequest(kind, text);
  }

  private static String text(JsonNode json, String field) {
    require(json.hasNonNull(field), ErrorCode.MISSING_FIELD, field + " is missing.");
    require(json.get(field).isTextual(), ErrorCode.WRONG_TYPE, field + " is a text.");
    String text = json.get(field).textValue();
    PlainText.fault(text)
        .ifPresent(code -> require(false, code, field + ": " + code.title() + "."));
    return text;
  }

  private static void require(boolean holds, ErrorCode code, String detail) {
    if (!holds) {
      throw new ProblemException(code, detail);
    }
  }
}
