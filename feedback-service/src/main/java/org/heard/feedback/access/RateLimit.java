package org.heard.feedback.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** A token bucket: so many a second in the long run, so many at once. One for each replica. */
public final class RateLimit {
  private final Bucket bucket;

  /**
   * A full bucket.
   *
   * @param perSecond tokens that come back each second
   * @param burst tokens that the bucket holds
   */
  public RateLimit(long perSecond, long burst, TimeMeter time) {
    this(perSecond, Duration.ofSeconds(1), burst, time);
  }

  /**
   * A full bucket.
   *
   * @param tokens that come back each {@code period}
   * @param burst tokens that the bucket holds
   */
  public RateLimit(long tokens, Duration period, long burst, TimeMeter time) {
    bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(burst).refillGreedy(tokens, period))
            .withCustomTimePrecision(time)
            .build();
  }

  /**
   * Takes one token.
   *
   * @throws ProblemException {@code RATE_LIMITED} with the time after which there is one again
   */
  public void take() {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new ProblemException(
          ErrorCode.RATE_LIMITED,
          "Nothing was done. Send it again after a pause.",
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
