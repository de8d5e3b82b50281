package org.heard.feedback.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An accepted record that counts when it was received, not when it says it was written.
 *
 * @param line where it begins, from 1
 * @param reason {@code AHEAD} or {@code TOO_OLD}
 */
@Schema(name = "ImportRecordFlag")
record RecordFlag(
    @Schema(examples = "17", minimum = "1", description = "Where the record begins, from 1")
        long line,
    @Schema(
            examples = "TOO_OLD",
            enumeration = {"AHEAD", "TOO_OLD"},
            description =
                "AHEAD: its time is later than now. TOO_OLD: by default more than ten years ago")
        String reason) {}
