package org.heard.local.suite;

import java.time.Duration;

/** How long to wait before a child that died is started again: doubling, forgotten after health. */
final class Backoff {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  private final Duration first;
  private Duration next;

  Backoff() {
    this(Duration.ofSeconds(1));
  }

  Backoff(Duration first) {
    this.first = first;
    this.next = first;
  }

  /**
   * The wait after a death.
   *
   * @param lived how long the child had run
   */
  Duration after(Duration lived) {
    Duration wait = lived.compareTo(HEALTHY) >= 0 ? first : next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }
}
