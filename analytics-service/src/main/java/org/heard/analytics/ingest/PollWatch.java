package org.heard.analytics.ingest;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Ends polls that do not end by themselves. A Kafka client measures its waits by the wall clock and
 * lets no wait run back: set the clock back by an hour, and a poll of half a second that finds
 * nothing lasts an hour. What is measured here goes by a clock that nobody sets.
 */
class PollWatch implements AutoCloseable {
  private final Duration overdue;
  private final ScheduledThreadPoolExecutor alarms;

  /**
   * @param overdue how much longer than asked a poll may take
   */
  PollWatch(Duration overdue) {
    this.overdue = overdue;
    this.alarms = new ScheduledThreadPoolExecutor(1, PollWatch::thread);
    alarms.setRemoveOnCancelPolicy(true);
  }

  private static Thread thread(Runnable alarm) {
    Thread thread = new Thread(alarm, "heard-ingest-watch");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The next records.
   *
   * @throws org.apache.kafka.common.errors.WakeupException if the poll had to be ended; the
   *     consumer is not to be trusted any more
   */
  ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer, Duration timeout) {
    Future<?> alarm =
        alarms.schedule(consumer::wakeup, timeout.plus(overdue).toNanos(), TimeUnit.NANOSECONDS);
    try {
      return consumer.poll(timeout);
    } finally {
      alarm.cancel(false);
    }
  }

  /** Polls under way. */
  int alarms() {
    return alarms.getQueue().size();
  }

  @Override
  public void close() {
    alarms.shutdownNow();
  }
}
