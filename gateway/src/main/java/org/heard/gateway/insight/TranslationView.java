package org.heard.gateway.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.Translated;

/** What everybody reads of the comment now: read it, identifiers that were found are out of it. */
@Schema(name = "Translation")
record TranslationView(
    @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e-1") String id,
    @Schema(
            nullable = true,
            description = "null when withheld",
            examples = "[STAFF-1] and the other nurses were very kind.")
        String text,
    @Schema(nullable = true, examples = "en") String language,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "Of a translation: the language it was written in (`und`: not known)",
            examples = "pl")
        String translatedFrom,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "`IN_REVIEW`: somebody has to see it first; absent otherwise",
            examples = "IN_REVIEW")
        String withheld) {

  // Held back here as well, as in a page of comments.
  static TranslationView of(Translated translated) {
    boolean shown = translated.withheld() == null;
    return new TranslationView(
        translated.id(),
        shown ? translated.text() : null,
        shown ? translated.language() : null,
        shown ? translated.translatedFrom() : null,
        translated.withheld());
  }
}
