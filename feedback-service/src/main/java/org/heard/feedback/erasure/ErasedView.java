package org.heard.feedback.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an erasure is.
 *
 * @param until null once all is destroyed
 */
@Schema(name = "Erased")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasedView(
    @Schema(
            enumeration = {"erased", "hidden-until"},
            description =
                "erased: nothing of the words is left in feedback-service. hidden-until: what is"
                    + " sealed of them is destroyed later, as it may still be needed to help"
                    + " somebody. In both they are gone from what staff read once"
                    + " analytics-service has heard of it: in seconds as a rule, and later while"
                    + " that or the broker is away")
        String state,
    @Schema(
            description =
                "Only with hidden-until: when it is destroyed, or looked at again whether it may"
                    + " be",
            examples = "2026-10-08T08:15:31.204518Z")
        Instant until) {
  static final String ERASED = "erased";
  static final String HIDDEN = "hidden-until";

  static final ErasedView NOTHING_LEFT = new ErasedView(ERASED, null);

  static ErasedView of(ErasureRecord record) {
    return record.destroyedAt == null ? new ErasedView(HIDDEN, record.until) : NOTHING_LEFT;
  }

  /** Of two the one that takes longer. */
  ErasedView later(ErasedView other) {
    if (until == null) {
      return other;
    }
    return other.until == null || other.until.isBefore(until) ? this : other;
  }
}
