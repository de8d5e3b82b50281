package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the loop is doing, for those who watch it. */
@ApplicationScoped
class LoopState {
  /** What the loop is doing. */
  enum Phase {
    NOT_STARTED,
    RUNNING,
    /** Connected, and no partition is ours yet: topics missing, or another replica has them. */
    WAITING_FOR_PARTITIONS,
    WAITING_FOR_BROKER,
    WAITING_FOR_DATABASE,
    STOPPED,
    /** The thread has ended without being asked to. */
    DEAD
  }

  /**
   * What the loop was doing at one moment.
   *
   * @param cause names of exceptions; empty where nothing is wrong
   * @param nanos when that was, as {@link System#nanoTime} has it: a wall clock that is set must
   *     neither kill a loop nor hide that it stands still
   */
  record View(Phase phase, String cause, Instant lastPoll, long nanos) {

    /** Whether nobody but a restart can help. Every wait is short and says when it begins anew. */
    boolean dead(long now, Duration stalledAfter) {
      return switch (phase) {
        case DEAD -> true;
        case NOT_STARTED, STOPPED -> false;
        default -> now - nanos > stalledAfter.toNanos();
      };
    }
  }

  private final Clock clock;
  private volatile View view;

  LoopState(Clock clock) {
    this.clock = clock;
    this.view = new View(Phase.NOT_STARTED, "", clock.instant(), System.nanoTime());
  }

  View view() {
    return view;
  }

  void polled(Phase phase) {
    view = new View(phase, "", clock.instant(), System.nanoTime());
  }

  void waiting(Phase phase, Throwable cause) {
    view = new View(phase, names(cause), view.lastPoll(), System.nanoTime());
  }

  void ended(Phase phase, Throwable cause) {
    view = new View(phase, cause == null ? "" : names(cause), view.lastPoll(), System.nanoTime());
  }

  /** Names of exceptions, never their messages: those can quote what was read. */
  static String names(Throwable failure) {
    StringBuilder names = new StringBuilder(failure.getClass().getSimpleName());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      names.append(" < ").append(cause.getClass().getSimpleName());
    }
    return names.toString();
  }
}
