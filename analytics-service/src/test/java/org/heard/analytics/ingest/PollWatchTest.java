package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PollWatchTest {
  private static final TopicPartition PARTITION = new TopicPartition(Event.SUBMITTED, 0);

  @Test
  @Timeout(60)
  void aPollThatHangsIsEnded() {
    try (PollWatch watch = new PollWatch(Duration.ofMillis(1))) {
      assertThatThrownBy(() -> watch.poll(new HangingConsumer(), Duration.ofMillis(1)))
          .isInstanceOf(WakeupException.class);
    }
  }

  @Test
  void aPollThatEndsByItselfWakesNobody() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    consumer.assign(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.seek(PARTITION, 0);
    consumer.addRecord(new ConsumerRecord<>(Event.SUBMITTED, 0, 0, new byte[0], new byte[0]));

    try (PollWatch watch = new PollWatch(Duration.ofMinutes(1))) {
      assertThat(watch.poll(consumer, Duration.ZERO).count()).isOne();
      assertThat(watch.alarms()).isZero();
    }
  }
}
