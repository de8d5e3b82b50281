package org.heard.feedback.submission;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a submission that was put aside. */
@Schema(name = "QuarantinedSubmission")
record QuarantinedView(
    @Schema(description = "As it was sent", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID id,
    @Schema(
            enumeration = "true",
            description = "Put aside: neither counted nor published until an admin releases it",
            examples = "true")
        boolean quarantined) {}
