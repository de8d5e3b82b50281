package org.heard.feedback;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Time for rate limits that goes on when a test says so. */
public final class ManualTime implements TimeMeter {
  private long nanos;

  /** Lets this much time pass. */
  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
