package org.heard.gateway.correction;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.ReviewPage;

/** That a comment is reviewed. */
@Schema(name = "Reviewed")
record ReviewedView(
    @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e-1") String commentId,
    @Schema(description = "`random` or `low-confidence`", examples = "random") String sample,
    @Schema(description = "Of the tags that were judged") String modelVersion,
    @Schema(
            description = "When the caller first reviewed it in these words",
            examples = "2026-10-07T09:15:00Z")
        Instant reviewedAt) {

  static ReviewedView of(ReviewPage.Reviewed reviewed) {
    return new ReviewedView(
        reviewed.commentId(), reviewed.sample(), reviewed.modelVersion(), reviewed.reviewedAt());
  }
}
