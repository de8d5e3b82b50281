package org.heard.feedback.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Whether an erasure has reached where words are read and counted, which this service tells. */
@ApplicationScoped
class Downstream {
  private final Holds holds;

  Downstream(Holds holds) {
    this.holds = holds;
  }

  /** How far it is there. */
  enum State {
    DONE,
    WAITING,
    UNKNOWN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Asks analytics-service, for no longer than any question to it may take.
   *
   * @param reason that the erasure here has: the end of retention leaves what was counted, and what
   *     it left another takes
   */
  State of(UUID submission, String reason) {
    try {
      Optional<String> there = holds.erasedReason(submission);
      boolean far = there.filter(its -> isRetention(reason) || !isRetention(its)).isPresent();
      return far ? State.DONE : State.WAITING;
    } catch (IOException away) {
      return State.UNKNOWN;
    }
  }

  private static boolean isRetention(String reason) {
    return Reason.RETENTION.code().equals(reason);
  }
}
