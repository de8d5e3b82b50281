package org.heard.analytics.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.errors.WakeupException;

/** As the client does whose clock was set back by hours: its poll ends when it is woken. */
// A poll that holds the lock could not be woken here, as a real one can.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class HangingConsumer extends MockConsumer<byte[], byte[]> {
  private final CountDownLatch woken = new CountDownLatch(1);

  HangingConsumer() {
    super("none");
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    try {
      woken.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    throw new WakeupException();
  }

  @Override
  public void wakeup() {
    woken.countDown();
  }
}
