package org.heard.analytics.review;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a comment is reviewed. */
@Schema(name = "Reviewed")
record ReviewedView(
    @Schema(examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") String commentId,
    @Schema(description = "random or low-confidence", examples = "random") String sample,
    @Schema(description = "Of the tags that were judged") String modelVersion,
    @Schema(
            description = "When the caller first reviewed it in these words",
            examples = "2026-10-07T09:15:00Z")
        Instant reviewedAt) {}
