package org.heard.feedback;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** What something costs of the memory. */
public final class Allocated {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocated() {}

  /**
   * The bytes that {@code work} takes, kept or not: never are more of them live. Done once before,
   * as the first time loads classes.
   */
  public static long by(Supplier<?> work) {
    var unused = work.get();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    unused = work.get();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
