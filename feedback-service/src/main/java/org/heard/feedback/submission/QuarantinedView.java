package org.heard.feedback.submission;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a submission that was put aside. */
@Schema(name = "QuarantinedSubmission")
record QuarantinedView(UUID id, @Schema(enumeration = "true") boolean quarantined) {}
