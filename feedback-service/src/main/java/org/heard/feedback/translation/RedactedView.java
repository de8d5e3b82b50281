package org.heard.feedback.translation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text without what was found in it. */
@Schema(name = "Redacted")
record RedactedView(
    @Schema(
            maxLength = 40000,
            description =
                "With a token for each identifier. Its tokens are its own: `[STAFF-1]` is nobody of"
                    + " the submission's other answers, and no name is kept for it",
            examples = "[STAFF-1] was kind, call me on [PHONE].")
        String text) {}
