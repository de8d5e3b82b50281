package org.heard.analytics.comment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
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
        String text,
    @Schema(
            nullable = true,
            maxLength = 100,
            description =
                "Of the words that were read, as the list of held comments has it. Absent: whatever"
                    + " the words are now",
            examples = "5f0c3b7a91de")
        String version) {
  private static final int MAX_DEPTH = 20;
  private static final List<String> FIELDS = List.of("kind", "text", "version");

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The request in a body; throws what is wrong with it. */
  static TranslationRequest read(InputStream body, TranslationConfig limits) {
    JsonNode json = parse(bytes(body, limits.maxBytes()));
    require(!json.isMissingNode(), ErrorCode.INVALID_JSON, "The body is empty.");
    require(json.isObject(), ErrorCode.WRONG_TYPE, "The body is an object.");
    json.fieldNames()
        .forEachRemaining(
            name ->
                require(
                    FIELDS.contains(name),
                    ErrorCode.UNKNOWN_FIELD,
                    "Known: kind, text and version."));
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
    return new TranslationRequest(
        kind, text, json.hasNonNull("version") ? text(json, "version") : null);
  }

  /** Whether it is not known to be about other words than these. */
  boolean isAbout(CommentId comment, String published) {
    return version == null || version.equals(Translation.version(comment, published));
  }

  private static byte[] bytes(InputStream body, int max) {
    try {
      byte[] bytes = body.readNBytes(max + 1);
      require(bytes.length <= max, ErrorCode.BODY_TOO_LARGE, "At most " + max + " bytes.");
      return bytes;
    } catch (IOException brokenOff) {
      throw new ProblemException(
          ErrorCode.INCOMPLETE_BODY, "The body broke off or took too long to come.");
    }
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException malformed) {
      // Never the parser's message: it quotes the body.
      throw new ProblemException(ErrorCode.INVALID_JSON, "The body is not valid JSON.");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
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
