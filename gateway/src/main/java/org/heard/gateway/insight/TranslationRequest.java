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
        String text,
    @Schema(
            nullable = true,
            pattern = TranslationRequest.VERSION,
            description =
                "Of the words that you have read, as the list of held comments has it; absent where"
                    + " you mend a text that stands there already",
            examples = "5f0c3b7a91de")
        String version) {
  static final String VERSION = "^[A-Za-z0-9_-]{1,64}$";
  private static final String ENGLISH = "en";
  private static final Set<String> FIELDS = Set.of("kind", "text", "version");
  private static final Set<String> KINDS = Set.of(Translation.ENGLISH, Translation.CLEARED);

  static TranslationRequest read(JsonNode body, TranslationSettings settings) {
    if (body == null
        || !isKnown(body)
        || !KINDS.contains(body.path("kind").asText())
        || !body.path("text").isTextual()
        || body.get("text").textValue().isBlank()
        || !isPlain(body.get("text").textValue())
        || !isVersion(body.path("version"))) {
      throw new ProblemException(
          ErrorCode.BAD_REQUEST,
          "Send an object with kind (translation or cleared), a text that is not empty and, as the"
              + " list has it, the version, and nothing else.");
    }
    String text = body.get("text").textValue();
    if (text.codePointCount(0, text.length()) > settings.maxText()) {
      throw new ProblemException(
          ErrorCode.TEXT_TOO_LONG, "A text has at most " + settings.maxText() + " code points.");
    }
    return new TranslationRequest(
        body.get("kind").textValue(), text, body.path("version").textValue());
  }

  private static boolean isKnown(JsonNode body) {
    return body.isObject()
        && body.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()));
  }

  private static boolean isVersion(JsonNode version) {
    return version.isMissingNode()
        || version.isNull()
        || (version.isTextual() && version.textValue().matches(VERSION));
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
