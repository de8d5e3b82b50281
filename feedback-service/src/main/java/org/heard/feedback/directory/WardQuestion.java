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
    @Schema(enumeration = {"good", "improve", "why"}) String question,
    @Schema(examples = "{\"en\": \"What did we do well?\"}") Map<String, String> texts) {}
