package org.heard.analytics.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.comment.Passage;

/**
 * A dispute and what became of it.
 *
 * @param evidence absent once the comment has other words
 * @param comment in lists alone, where the comment is shown
 */
@Schema(name = "Correction")
record CorrectionView(
    @Schema(examples = "4f0e8a55-9a36-4c52-8d3f-7b1d0c8d6e21") UUID id,
    @Schema(examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") String commentId,
    @Schema(examples = "W01") String wardId,
    @Schema(description = "wrong or missing", examples = "wrong") String kind,
    @Schema(examples = "compassion") String layer,
    @Schema(examples = "being-heard") String theme,
    @Schema(examples = "absent", nullable = true) String polarity,
    @Schema(description = "UTF-16 offsets into the comment's text; absent once it has others")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Passage evidence,
    @Schema(
            description =
                "open, accepted, declined; ended: the comment has other words, or none any more"
                    + " before anybody decided",
            examples = "open")
        String state,
    @Schema(examples = "2026-10-07T09:15:00Z") Instant raisedAt,
    @Schema(description = "null while nobody has decided", nullable = true) Instant decidedAt,
    @Schema(description = "In lists, where the comment is shown: what is disputed")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Disputed comment) {

  /** What a person reads to decide. */
  @Schema(name = "DisputedComment")
  record Disputed(
      @Schema(examples = "improve") String question,
      @Schema(examples = "2", nullable = true) Integer rating,
      @Schema(examples = "Nobody told me when I could go home.") String text) {}

  static CorrectionView of(Correction correction) {
    return of(correction, null);
  }

  static CorrectionView of(Correction correction, Disputed comment) {
    boolean ended = correction.state() == Correction.State.ENDED;
    return new CorrectionView(
        correction.id(),
        correction.comment().toString(),
        correction.wardId(),
        correction.kind(),
        correction.layer(),
        correction.theme(),
        correction.polarity(),
        ended ? null : correction.evidence(),
        correction.state().code(),
        correction.raisedAt(),
        correction.decidedAt(),
        ended ? null : comment);
  }
}
