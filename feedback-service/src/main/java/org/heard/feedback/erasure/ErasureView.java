package org.heard.feedback.erasure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.submission.Removal;

/** The proof of an erasure, without anything of what was erased. */
@Schema(name = "Erasure")
record ErasureView(
    @Schema(description = "Which submission", examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID submissionId,
    @Schema(
            enumeration = {"receipt", "objection", "admin", "retention"},
            description =
                "receipt: by whoever has the receipt code. retention: kept for as long as words may"
                    + " be; what they counted stays",
            examples = "receipt")
        String reason,
    @Schema(description = "When it was asked for", examples = "2026-10-06T09:00:00Z")
        Instant requestedAt,
    @Schema(
            nullable = true,
            enumeration = {"information-governance", "admin"},
            description = "In which role; null for a receipt's holder, and for retention")
        String role,
    @Schema(
            nullable = true,
            description = "Who asked for it, as the identity provider names them; null as role is",
            maxLength = 255,
            examples = "4f0c1d1e-governance")
        String subject,
    @Schema(
            enumeration = {"erased", "hidden-until"},
            description =
                "Of what is kept here. hidden-until: what is sealed of the words is not destroyed"
                    + " yet; it waits for its time, an alert or a legal hold",
            examples = "erased")
        String state,
    @Schema(
            nullable = true,
            description = "When what is sealed is destroyed, or looked at again; null with erased",
            examples = "2026-10-08T08:15:31.204518Z")
        Instant until,
    @Schema(
            nullable = true,
            description = "When what was sealed was destroyed; null with hidden-until",
            examples = "2026-10-06T09:00:00.5Z")
        Instant destroyedAt,
    @Schema(
            description =
                "Whether it is a copy that had been put aside under the id of a submission with"
                    + " another receipt code; that one is not touched by it",
            examples = "false")
        boolean copy,
    @Schema(
            enumeration = {"done", "waiting", "unknown"},
            description =
                "Of what is read and counted elsewhere. done: analytics-service has the erasure,"
                    + " and shows the words to nobody but who handles an alert of theirs. waiting:"
                    + " it has not, so staff may still read them without identifiers. unknown: it"
                    + " could not be asked just now. Of a copy nothing ever left",
            examples = "done")
        String downstream) {
  /** Before anybody was asked how far it is elsewhere. */
  static ErasureView of(ErasureRecord record) {
    ErasedView erased = ErasedView.of(record);
    return new ErasureView(
        record.submissionId,
        record.reason,
        record.requestedAt,
        record.role,
        record.subject,
        erased.state(),
        erased.until(),
        record.destroyedAt,
        false,
        Downstream.State.UNKNOWN.code());
  }

  /** Nobody had read it, so nothing of it waited. */
  static ErasureView ofCopy(UUID id, Removal.Wish wish) {
    return new ErasureView(
        id,
        wish.reason(),
        wish.at(),
        wish.role(),
        wish.subject(),
        ErasedView.ERASED,
        null,
        wish.at(),
        true,
        Downstream.State.DONE.code());
  }

  /** The same, with how far it is elsewhere. */
  ErasureView with(Downstream.State elsewhere) {
    return new ErasureView(
        submissionId,
        reason,
        requestedAt,
        role,
        subject,
        state,
        until,
        destroyedAt,
        copy,
        elsewhere.code());
  }
}
