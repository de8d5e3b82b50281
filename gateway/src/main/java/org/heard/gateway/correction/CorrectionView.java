package org.heard.gateway.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.CorrectionPage;

/** That a tag is wrong or missing, as somebody says, and what became of it. */
@Schema(name = "Correction")
record CorrectionView(
    @Schema(examples = "4f0e8a55-9a36-4c52-8d3f-7b1d0c8d6e21") String id,
    @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e-1") String commentId,
    @Schema(examples = "W01") String wardId,
    @Schema(description = "`wrong` or `missing`", examples = "wrong") String kind,
    @Schema(examples = "compassion") String layer,
    @Schema(examples = "being-heard") String theme,
    @Schema(nullable = true, examples = "absent") String polarity,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Where in the comment; absent once that has other words")
        Span evidence,
    @Schema(
            description =
                "`open`, `accepted`, `declined`; `ended`: the comment has other words, or none any"
                    + " more before anybody decided",
            examples = "open")
        String state,
    @Schema(examples = "2026-10-07T09:15:00Z") Instant raisedAt,
    @Schema(nullable = true, description = "null while nobody has decided") Instant decidedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "In lists, where the comment is shown: what is disputed")
        Disputed comment) {

  /** A passage of the comment's text. */
  @Schema(name = "Span", description = "Offsets are UTF-16 code units, end exclusive.")
  record Span(@Schema(examples = "0") int start, @Schema(examples = "23") int end) {}

  /** What a person reads to decide; staff names are tokens. */
  @Schema(name = "DisputedComment")
  record Disputed(
      @Schema(examples = "improve") String question,
      @Schema(nullable = true, examples = "2") Integer rating,
      @Schema(examples = "Nobody told me when I could go home.") String text) {}

  static CorrectionView of(CorrectionPage.Correction correction) {
    CorrectionPage.Span evidence = correction.evidence();
    CorrectionPage.Comment comment = correction.comment();
    return new CorrectionView(
        correction.id(),
        correction.commentId(),
        correction.wardId(),
        correction.kind(),
        correction.layer(),
        correction.theme(),
        correction.polarity(),
        evidence == null ? null : new Span(evidence.start(), evidence.end()),
        correction.state(),
        correction.raisedAt(),
        correction.decidedAt(),
        comment == null
            ? null
            : new Disputed(comment.question(), comment.rating(), comment.text()));
  }
}
