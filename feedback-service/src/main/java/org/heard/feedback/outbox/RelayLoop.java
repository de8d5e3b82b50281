package org.heard.feedback.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Owns the thread of one shard: takes the shard, runs passes, waits, and starts anew with a fresh
 * connection and a fresh producer after any failure. What is waiting stays in the table meanwhile.
 */
final class RelayLoop implements Runnable {
  private static final Logger LOG = Logger.getLogger(RelayLoop.class);

  private final ShardSource shards;
  private final ProducerSource producers;
  private final OutboxSettings settings;
  private final IntConsumer published;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Duration backOff;
  private volatile boolean stopping;
  private volatile Throwable death;
  private volatile String trouble;

  RelayLoop(
      ShardSource shards,
      ProducerSource producers,
      OutboxSettings settings,
      IntConsumer published) {
    this.shards = shards;
    this.producers = producers;
    this.settings = settings;
    this.published = published;
    this.backOff = settings.minBackOff();
  }

  /** Takes the shard: null while somebody else owns it. */
  interface ShardSource {
    OutboxShard tryOwn() throws SQLException;
  }

  /** Opens a producer on topics that exist. */
  interface ProducerSource {
    FactProducer open() throws InterruptedException;
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        try {
          ownAndRelay();
        } catch (SQLException | KafkaException away) {
          // Their messages may quote a row; the class says enough.
          trouble = away.getClass().getSimpleName();
          LOG.warnf("relay waits %s: %s", backOff, trouble);
          waitAndDouble();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable bug) {
      death = bug;
      LOG.errorf("relay died: %s", bug.getClass().getName());
      throw bug;
    }
  }

  private void ownAndRelay() throws SQLException, InterruptedException {
    try (OutboxShard shard = shards.tryOwn()) {
      if (shard == null) {
        isWell();
        waitFor(settings.maxBackOff());
        return;
      }
      try (FactProducer producer = producers.open()) {
        RelayPass pass = new RelayPass(shard, producer, settings, published);
        while (!stopping) {
          long start = System.nanoTime();
          boolean more = pass.run();
          isWell();
          if (!more && !isStoppedWhileGathering(start)) {
            waitFor(settings.idleWait());
          }
        }
      }
    }
  }

  private void isWell() {
    trouble = null;
    backOff = settings.minBackOff();
  }

  /** Says that something is waiting. */
  void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  /** Asks the loop to end after the pass it is in. */
  void stop() {
    stopping = true;
    stopped.countDown();
    wake();
  }

  /** What ended the loop for good, or null: it only ends by itself through a bug. */
  Throwable death() {
    return death;
  }

  /** Why nothing can be published at the moment, or null. */
  String trouble() {
    return trouble;
  }

  private void waitAndDouble() throws InterruptedException {
    if (!stopping) {
      TimeUnit.NANOSECONDS.sleep(backOff.toNanos());
    }
    Duration doubled = backOff.multipliedBy(2);
    backOff = doubled.compareTo(settings.maxBackOff()) > 0 ? settings.maxBackOff() : doubled;
  }

  /** The first fact after a pause goes at once; those that follow it closely go together. */
  private boolean isStoppedWhileGathering(long passBegan) throws InterruptedException {
    long left = settings.gather().toNanos() - (System.nanoTime() - passBegan);
    return stopped.await(left, TimeUnit.NANOSECONDS);
  }

  private void waitFor(Duration atMost) throws InterruptedException {
    if (wake.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      wake.drainPermits();
    }
  }
}
