package org.heard.feedback.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an erasure is, and of what, for those who have to prove it. The holder of a code is told
 * no ids: see {@link ErasedView}.
 *
 * @param until null once all is destroyed
 */
@Schema(name = "TakenBack")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TakenBackView(
    @Schema(
            enumeration = {"erased", "hidden-until"},
            description = "As POST /v1/receipts/erase answers")
        String state,
    @Schema(
            description =
                "Only with hidden-until: when it is destroyed, or looked at again whether it may"
                    + " be",
            examples = "2026-10-08T08:15:31.204518Z")
        Instant until,
    @Schema(
            description = "What was taken back, now or before: the ids to ask for the proof with",
            examples = "[\"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\"]")
        List<UUID> submissionIds,
    @Schema(
            description =
                "Ids under which copies were put aside that are destroyed; their proof is that with"
                    + " copy=true",
            examples = "[]")
        List<UUID> copies) {

  static TakenBackView of(ErasedView state, Erasures.TakenBack taken) {
    return new TakenBackView(state.state(), state.until(), taken.submissions(), taken.copies());
  }
}
