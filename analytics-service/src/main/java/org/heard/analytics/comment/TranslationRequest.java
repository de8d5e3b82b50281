package org.heard.analytics.comment;

import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.JsonBody;
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
  private static final List<String> FIELDS = List.of("kind", "text", "version");

  /** The request in a body; throws what is wrong with it. */
  static TranslationRequest read(InputStream body, TranslationConfig limits) {
    JsonBody json = JsonBody.read(body, limits.maxBytes(), FIELDS);
    Translation.Kind kind =
        Translation.Kind.of(json.text("kind"))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ErrorCode.INVALID_VALUE, "kind is translation or cleared."));
    String text = json.text("text");
    require(!text.isBlank(), ErrorCode.MISSING_FIELD, "text is empty.");
    require(
        text.codePointCount(0, text.length()) <= limits.maxText(),
        ErrorCode.TEXT_TOO_LONG,
        "text has at most " + limits.maxText() + " code points.");
    return new TranslationRequest(kind, text, json.optionalText("version").orElse(null));
  }

  /** Whether it is not known to be about other words than these. */
  boolean isAbout(CommentId comment, String published) {
    return version == null || version.equals(Translation.version(comment, published));
  }

  private static void require(boolean holds, ErrorCode code, String detail) {
    if (!holds) {
      throw new ProblemException(code, detail);
    }
  }
}
