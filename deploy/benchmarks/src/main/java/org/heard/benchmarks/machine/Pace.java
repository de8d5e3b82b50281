package org.heard.benchmarks.machine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How fast one thread reads comments, and what it allocates.
 *
 * @param perSecond comments
 * @param bytes allocated a comment
 */
public record Pace(double perSecond, double bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The faster of two; null is no pace yet. */
  public static Pace faster(Pace before, Pace now) {
    return before == null || now.perSecond() > before.perSecond() ? now : before;
  }

  /** Microseconds a comment. */
  public double micros() {
    return 1e6 / perSecond;
  }

  /** Reads all texts again and again for so long. */
  public static Pace of(ToIntFunction<String> reader, List<String> texts, Duration duration) {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    long comments = 0;
    long sum = 0;
    while (System.nanoTime() < end) {
      for (String text : texts) {
        sum += reader.applyAsInt(text);
      }
      comments += texts.size();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (sum < 0) {
      throw new IllegalStateException("a reader gave a negative number");
    }
    double bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    return new Pace(comments / seconds, bytes / comments);
  }
}
