package org.heard.benchmarks.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.heard.local.run.CommandFailure;

/**
 * How long after its acknowledgement a submission is in insights. Markers go on a schedule to a
 * ward that nobody else writes, and one thread asks for that ward's count again and again: once it
 * has risen by n, the n oldest acknowledged markers are in. The time includes the pause between two
 * questions, without which asking would be a load of its own, and one question's way to the gateway
 * and back.
 */
final class Lag implements AutoCloseable {
  private static final Duration BETWEEN_MARKERS = Duration.ofMillis(50);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Runnable sendMarker;
  private final LongSupplier count;
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
  private final Deque<Long> acknowledged = new ArrayDeque<>();
  private int early;
  private final Histogram lag = new Histogram(LONGEST.toNanos() / 1000, 3);

  /**
   * @param sendMarker returns once a marker is acknowledged
   * @param count what insights say of the markers' ward
   */
  Lag(Runnable sendMarker, LongSupplier count) {
    this.sendMarker = sendMarker;
    this.count = count;
  }

  /** Milliseconds. */
  record Result(long markers, double p50, double p99, double max) {}

  /** Sends and asks for so long, and then until all markers are in. */
  Result measure(Duration duration) {
    long counted = count.getAsLong();
    var sending =
        sender.scheduleAtFixedRate(
            this::marker, 0, BETWEEN_MARKERS.toMillis(), TimeUnit.MILLISECONDS);
    long end = System.nanoTime() + duration.toNanos();
    long giveUp = end + LONGEST.toNanos();
    while (System.nanoTime() < end || !sender.isTerminated() || waiting()) {
      if (System.nanoTime() > end) {
        sender.shutdown();
      } else if (sending.isDone()) {
        throw CommandFailure.failed("A marker was refused, or not answered.");
      }
      if (System.nanoTime() > giveUp) {
        throw CommandFailure.failed("Acknowledged markers did not appear in insights.");
      }
      long now = count.getAsLong();
      seen(now - counted);
      counted = now;
      pause();
    }
    return new Result(
        lag.getTotalCount(),
        lag.getValueAtPercentile(50) / 1000.0,
        lag.getValueAtPercentile(99) / 1000.0,
        lag.getMaxValue() / 1000.0);
  }

  private void marker() {
    sendMarker.run();
    synchronized (acknowledged) {
      if (early > 0) {
        early--;
      } else {
        acknowledged.add(System.nanoTime());
      }
    }
  }

  private boolean waiting() {
    synchronized (acknowledged) {
      return !acknowledged.isEmpty();
    }
  }

  private void seen(long markers) {
    long now = System.nanoTime();
    synchronized (acknowledged) {
      for (long i = 0; i < markers; i++) {
        Long since = acknowledged.poll();
        if (since == null) {
          // In insights before we knew of the acknowledgement: no lag at all.
          early++;
        }
        lag.recordValue(since == null ? 0 : Math.min(LONGEST.toNanos(), now - since) / 1000);
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_QUESTIONS.toNanos());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }

  @Override
  public void close() {
    sender.shutdownNow();
  }
}
