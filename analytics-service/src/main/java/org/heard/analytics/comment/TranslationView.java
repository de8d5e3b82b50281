package org.heard.analytics.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What everybody reads now.
 *
 * @param withheld absent, or why even that is not shown; it is counted all the same
 */
@Schema(name = "Translation")
record TranslationView(
    @Schema(description = "Which comment", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1")
        String id,
    @Schema(
            description = "null when withheld",
            examples = "The nurses were very kind.",
            nullable = true)
        String text,
    @Schema(description = "null when withheld", examples = "en", nullable = true) String language,
    @Schema(
            description = "Of a translation: the language it was written in (`und`: not known)",
            examples = "pl")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String translatedFrom,
    @Schema(
            description = "IN_REVIEW: the text raised an alert that a person must see first",
            examples = "IN_REVIEW")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String withheld) {

  static TranslationView of(NewComment comment) {
    String withheld = comment.withheld();
    boolean shown = withheld == null;
    return new TranslationView(
        comment.id().toString(),
        shown ? comment.text() : null,
        shown ? comment.language() : null,
        shown ? comment.translatedFrom() : null,
        withheld);
  }
}
