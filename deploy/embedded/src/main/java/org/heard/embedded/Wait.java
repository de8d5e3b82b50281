package org.heard.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process: asked again and again, never longer than the bound. */
final class Wait {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Wait() {}

  static boolean until(BooleanSupplier condition, Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
