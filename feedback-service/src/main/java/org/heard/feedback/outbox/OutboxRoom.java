package org.heard.feedback.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * Whether the outbox has room. Looked at now and then only: what comes between two looks is let in,
 * so the limit is a few seconds' worth of submissions soft.
 */
final class OutboxRoom {
  private final Clock clock;
  private final Duration lookEvery;
  private Instant lookedAt = Instant.EPOCH;
  private boolean full;

  OutboxRoom(Duration lookEvery, Clock clock) {
    this.lookEvery = lookEvery;
    this.clock = clock;
  }

  /**
   * Lets the caller go on if there is room.
   *
   * @param isFull the look
   * @throws ProblemException {@code UNAVAILABLE}
   */
  void require(BooleanSupplier isFull) {
    if (isDue()) {
      boolean seen = isFull.getAsBoolean();
      note(seen);
    }
    if (full()) {
      throw new ProblemException(ErrorCode.UNAVAILABLE, "Nothing was stored. Send it again later.");
    }
  }

  /** True for one caller each time. */
  private synchronized boolean isDue() {
    Instant now = clock.instant();
    // In either direction: a clock that is set back must not freeze what was seen last.
    if (Duration.between(lookedAt, now).abs().compareTo(lookEvery) < 0) {
      return false;
    }
    lookedAt = now;
    return true;
  }

  private synchronized void note(boolean seen) {
    full = seen;
  }

  private synchronized boolean full() {
    return full;
  }
}
