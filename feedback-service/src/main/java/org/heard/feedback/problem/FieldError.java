package org.heard.feedback.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing wrong in a request body.
 *
 * @param pointer RFC 6901 JSON pointer of the value, empty for the whole document
 * @param code why it is wrong
 */
@Schema(name = "FieldError")
public record FieldError(
    @Schema(
            format = "json-pointer",
            description =
                "RFC 6901 pointer of the value, in a file by line and column; empty for the whole"
                    + " document",
            examples = "/rating")
        String pointer,
    @Schema(description = "Why it is wrong", examples = "INVALID_RATING") ErrorCode code) {}
