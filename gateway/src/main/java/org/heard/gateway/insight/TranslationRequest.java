package org.heard.gateway.insight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.heard.gateway.upstream.Translation;

/** What a person writes in the place of a held comment. */
@Schema(name = "TranslationRequest")
record TranslationRequest(
    @Schema(
            required = true,
            enumeration = {Translation.ENGLISH, Translation.CLEARED},
            description =
                "`translation`: the comment in English. `cleared`: the comment in its own language,"
                    + " as you have read it and with nothing in it that says who somebody is",
            examples = Translation.ENGLISH)
        String kind,
    @Schema(
            required = true,
            description = "What others will read; at most 4,000 code points",
            examples = "The nurses were very kind.")
        String text) {
  private static final String ENGLISH = "en";
  private static final Set<String> KINDS = Set.of(Translation.ENGLISH, Translation.CLEARED);

  static TranslationRequest read(JsonNode body, TranslationSettings settings) {
    if (body == null
        || body.size() != 2
        || !KINDS.contains(body.path("kind").textValue())
        || !body.path("text").isTextual()
        || body.get("text").textValue().isBlank()
        || !isPlain(body.get("text").textValue())) {
      throw new ProblemException(
          ErrorCode.BAD_REQUEST,
          "Send an object with kind (translation or cleared) and a text that is not empty, and"
              + " nothing else.");
    }
    String text = body.get("text").textValue();
    if (text.codePointCount(0, text.length()) > settings.maxText()) {
      throw new ProblemException(
          ErrorCode.TEXT_TOO_LONG, "A text has at most " + settings.maxText() + " code points.");
    }
    return new TranslationRequest(body.get("kind").textValue(), text);
  }

  /** Whether every later reader can hold it: no U+0000, no half of a surrogate pair. */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  /** The language that names are looked for in; null for what feedback-service knows better. */
  String language() {
    return kind.equals(Translation.ENGLISH) ? ENGLISH : null;
  }
}
