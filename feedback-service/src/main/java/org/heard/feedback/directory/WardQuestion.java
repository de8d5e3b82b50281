package org.heard.feedback.directory;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question for a text, in the trust's own words.
 *
 * @param texts by BCP 47 language
 */
@Schema(name = "WardQuestion")
public record WardQuestion(
    @Schema(
            required = true,
            enumeration = {"good", "improve", "why"},
            description = "Which one it is, in answers and reports")
        String question,
    @Schema(
            required = true,
            minProperties = 1,
            maxProperties = WardQuestions.MAX_LANGUAGES,
            description =
                "The words by their language (a BCP 47 tag in its usual spelling, at most 35"
                    + " characters); at most 200 code points each, not blank",
            examples = "{\"en\": \"What did we do well?\"}")
        Map<String, String> texts) {}
