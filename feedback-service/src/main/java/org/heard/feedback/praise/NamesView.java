package org.heard.feedback.praise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names of staff of one submission. */
@Schema(name = "StaffNames")
record NamesView(
    @Schema(description = "Which submission", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID submissionId,
    @Schema(
            description =
                "By token, the names as they were first written. Empty where there is nothing to"
                    + " tell, for whatever reason",
            examples = "{\"[STAFF-1]\": \"Jo\"}")
        Map<String, String> names) {

  static NamesView of(NamesRequest asked, Map<String, String> told) {
    Map<String, String> names = new LinkedHashMap<>(told);
    names.keySet().retainAll(asked.tokens());
    return new NamesView(asked.submissionId(), names);
  }
}
