package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaSessionTest {
  private static final TopicPartition SUBMITTED = new TopicPartition(Event.SUBMITTED, 0);
  private static final TopicPartition DIRECTORY = new TopicPartition(Event.DIRECTORY, 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final List<Gap> gaps = new ArrayList<>();
  private final PollWatch watch = new PollWatch(Duration.ofMinutes(1));
  private final ReadFive offsets = new ReadFive();
  private KafkaSession session;

  @BeforeEach
  void aSessionThatHasReadFive() {
    ClusterSeen cluster = new ClusterSeen();
    cluster.onUpdate(new ClusterResource("a cluster"));
    session = new KafkaSession(consumer, cluster, offsets, gaps::add, watch);
    session.subscribe();
    consumer.updateBeginningOffsets(Map.of(SUBMITTED, 0L, DIRECTORY, 0L));
    consumer.rebalance(List.of(SUBMITTED, DIRECTORY));
  }

  @AfterEach
  void stopWatching() {
    watch.close();
  }

  @Test
  void offsetsThatFollowEachOtherAreNoGap() {
    assertThat(poll(SUBMITTED, 5, 6, 7).events()).hasSize(3);
    assertThat(gaps).isEmpty();
  }

  @Test
  void aHoleInALogIsToldOnceAndPassedOver() throws Exception {
    assertThat(poll(SUBMITTED, 5, 9).events()).hasSize(2);
    session.resync();
    Batch again = poll(SUBMITTED, 5, 9);

    assertThat(gaps).containsExactly(new Gap(new Partition(Event.SUBMITTED, 0), 6, 9));
    assertThat(again.next()).containsEntry(new Partition(Event.SUBMITTED, 0), 10L);
  }

  @Test
  void aHoleBeforeTheFirstRecordIsTold() {
    poll(SUBMITTED, 8);

    assertThat(gaps).containsExactly(new Gap(new Partition(Event.SUBMITTED, 0), 5, 8));
    assertThat(gaps.get(0).records()).isEqualTo(3);
  }

  @Test
  void aCompactedTopicMayHaveHoles() {
    poll(DIRECTORY, 5, 9);

    assertThat(gaps).isEmpty();
  }

  @Test
  void whatIsGoneFromTheLogIsToldByWhoeverMovesTheOffset() {
    consumer.updateBeginningOffsets(Map.of(SUBMITTED, 7L, DIRECTORY, 0L));
    poll(SUBMITTED, 7);
    assertThat(poll(SUBMITTED).events()).hasSize(1);

    assertThat(offsets.moved).hasSize(1);
    assertThat(gaps).containsExactlyElementsOf(offsets.moved);
  }

  @Test
  void whatAnotherConsumerHasPassedOverIsNotToldAgain() {
    offsets.another = true;
    consumer.updateBeginningOffsets(Map.of(SUBMITTED, 7L, DIRECTORY, 0L));
    poll(SUBMITTED, 7);
    assertThat(poll(SUBMITTED).events()).hasSize(1);

    assertThat(offsets.moved).isEmpty();
    assertThat(gaps).isEmpty();
  }

  @Test
  void whatWasHandedOutIsBehindUntilItIsDone() throws Exception {
    consumer.updateEndOffsets(Map.of(SUBMITTED, 12L, DIRECTORY, 6L));
    assertThat(session.lag()).hasValue(8);
    Batch batch = poll(SUBMITTED, 5, 6, 7);
    assertThat(session.lag()).hasValue(8);
    session.done(batch);
    assertThat(session.lag()).hasValue(5);

    // What is stored is 5 here, whatever was done.
    session.resync();
    assertThat(session.lag()).hasValue(8);
  }

  @Test
  void withoutPartitionsNothingIsKnownOfWhatIsBehind() {
    consumer.rebalance(List.of());

    assertThat(session.lag()).isEmpty();
  }

  @Test
  @Timeout(60)
  void aPollThatHangsEndsTheSession() {
    try (PollWatch impatient = new PollWatch(Duration.ofMillis(1))) {
      KafkaSession hanging =
          new KafkaSession(new HangingConsumer(), new ClusterSeen(), offsets, gaps::add, impatient);
      hanging.subscribe();

      // What the loop closes a session for and begins another.
      assertThatThrownBy(() -> hanging.poll(Duration.ZERO)).isInstanceOf(KafkaException.class);
    }
    assertThat(gaps).isEmpty();
    assertThat(offsets.moved).isEmpty();
  }

  private Batch poll(TopicPartition partition, long... offsets) {
    for (long offset : offsets) {
      consumer.addRecord(
          new ConsumerRecord<>(
              partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
    }
    return session.poll(Duration.ZERO);
  }

  /** Five have been read, by us or by another. */
  private static final class ReadFive implements StoredOffsets {
    private final List<Gap> moved = new ArrayList<>();
    private boolean another;
    private long next = 5;

    @Override
    public long stored(String clusterId, Partition partition) {
      return partition.topic().equals(Event.SUBMITTED) ? next : 5;
    }

    @Override
    public void move(String clusterId, Gap gap) throws Fenced {
      next = gap.next();
      if (another) {
        throw new Fenced(gap.partition());
      }
      moved.add(gap);
    }
  }
}
