package org.heard.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What came back during one step of a load; written by the load's one thread only. */
public final class Answers {
  private static final long LONGEST = TimeUnit.MINUTES.toMicros(2);
  private static final int NO_ANSWER = 0;

  private final Histogram latency = new Histogram(LONGEST, 3);
  private final Map<Integer, Long> others = new TreeMap<>();
  private final Duration window;
  private long acknowledged;
  private long acknowledgedInWindow;

  Answers(Duration window) {
    this.window = window;
  }

  void answered(int status, long latencyNanos, boolean inWindow) {
    latency.recordValue(Math.min(LONGEST, TimeUnit.NANOSECONDS.toMicros(latencyNanos)));
    if (status / 100 != 2) {
      others.merge(status, 1L, Long::sum);
      return;
    }
    acknowledged++;
    if (inWindow) {
      acknowledgedInWindow++;
    }
  }

  void unanswered(long latencyNanos) {
    answered(NO_ANSWER, latencyNanos, false);
  }

  /** Answers 2xx, those that came after the end of the step included. */
  public long acknowledged() {
    return acknowledged;
  }

  /** Answers 2xx a second, of those that came within the step. */
  public double perSecond() {
    return acknowledgedInWindow / (window.toNanos() / 1e9);
  }

  /**
   * Milliseconds from when a request should have started to its whole answer; refusals and broken
   * connections included.
   */
  public double latencyMillis(double percentile) {
    return latency.getValueAtPercentile(percentile) / 1000.0;
  }

  /** Everything that was not 2xx, by status; 0 is no answer at all. */
  public Map<Integer, Long> others() {
    return others;
  }
}
