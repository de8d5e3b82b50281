package org.heard.analytics.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * One membership in the consumer group: which partitions are ours and where each goes on.
 * PostgreSQL says where; what is committed to Kafka is for tools that show lag.
 */
class KafkaSession implements ConsumerRebalanceListener {

  /** Is told of gaps. */
  interface GapWatch {
    void seen(Gap gap);
  }

  private static final Logger LOG = Logger.getLogger(KafkaSession.class);

  private final Consumer<byte[], byte[]> consumer;
  private final ClusterSeen cluster;
  private final StoredOffsets offsets;
  private final GapWatch gaps;
  private final PollWatch watch;
  private final Map<TopicPartition, Gap> told = new HashMap<>();
  // What is stored, and what was handed out.
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> reached = new HashMap<>();
  private String clusterId;
  private SQLException unreadable;

  /**
   * @param gaps told of every gap, before anything behind it is applied
   * @param watch ends polls that hang
   */
  KafkaSession(
      Consumer<byte[], byte[]> consumer,
      ClusterSeen cluster,
      StoredOffsets offsets,
      GapWatch gaps,
      PollWatch watch) {
    this.consumer = consumer;
    this.cluster = cluster;
    this.offsets = offsets;
    this.gaps = gaps;
    this.watch = watch;
  }

  void subscribe() {
    consumer.subscribe(Event.TOPICS, this);
  }

  /** The next events, none if there are none in time. */
  Batch poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = records(timeout);
    if (clusterId != null && !clusterId.equals(cluster.clusterId())) {
      throw new ClusterChanged();
    }
    Map<Partition, Long> expected = new HashMap<>();
    List<InboundEvent> events = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      expected.put(partition(partition), positions.get(partition));
      tellHoles(partition, records.records(partition));
      for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
        events.add(event(record));
        reached.put(partition, record.offset() + 1);
      }
    }
    return new Batch(String.valueOf(clusterId), expected, events);
  }

  private ConsumerRecords<byte[], byte[]> records(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = ConsumerRecords.empty();
    try {
      records = watch.poll(consumer, timeout);
    } catch (InvalidOffsetException outside) {
      if (unreadable == null) {
        comeBack(outside.partitions());
      }
    }
    if (unreadable != null) {
      throw new OffsetsUnreadable(unreadable);
    }
    return records;
  }

  /**
   * What should come next is not on the broker: deleted before it was read, or the log was cut off
   * before it. Goes on with the earliest there is; what comes again is dropped.
   */
  private void comeBack(Set<TopicPartition> outside) {
    Map<TopicPartition, Long> earliest = consumer.beginningOffsets(outside);
    try {
      for (TopicPartition partition : outside) {
        Gap gap =
            new Gap(
                partition(partition),
                positions.getOrDefault(partition, 0L),
                earliest.get(partition));
        // At once: what is moved and not told is never told.
        if (move(gap)) {
          tell(partition, gap);
        }
        goTo(partition);
      }
    } catch (SQLException down) {
      unreadable = down;
    }
  }

  /** Whether it was moved here. */
  private boolean move(Gap gap) throws SQLException {
    try {
      offsets.move(clusterId, gap);
      return true;
    } catch (Fenced elsewhere) {
      // Whoever moved it has told of it; what is stored is where we go on.
      LOG.debugf("%s has moved on meanwhile", elsewhere.getMessage());
      return false;
    }
  }

  /** Offsets follow each other, unless old versions are compacted away. */
  private void tellHoles(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    if (partition.topic().equals(Event.DIRECTORY)) {
      return;
    }
    long next = positions.get(partition);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.offset() != next) {
        tell(partition, new Gap(partition(partition), next, record.offset()));
      }
      next = record.offset() + 1;
    }
  }

  /** Once, though a batch may be read again. */
  private void tell(TopicPartition partition, Gap gap) {
    if (!gap.equals(told.put(partition, gap))) {
      gaps.seen(gap);
    }
  }

  boolean hasPartitions() {
    return !consumer.assignment().isEmpty();
  }

  /**
   * Events that the broker has beyond what is in the database; empty without partitions, and until
   * the broker has said where each of them ends.
   */
  OptionalLong lag() {
    if (!hasPartitions()) {
      return OptionalLong.empty();
    }
    long beyond = 0;
    for (TopicPartition partition : consumer.assignment()) {
      Long stored = positions.get(partition);
      OptionalLong unread = consumer.currentLag(partition);
      if (stored == null || unread.isEmpty()) {
        return OptionalLong.empty();
      }
      // The client counts from what it has handed out, which may never be done.
      beyond += reached.get(partition) + unread.getAsLong() - stored;
    }
    return OptionalLong.of(beyond);
  }

  /** The batch is in the database. */
  void done(Batch batch) {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    batch
        .next()
        .forEach(
            (partition, offset) -> {
              TopicPartition ours = new TopicPartition(partition.topic(), partition.number());
              positions.put(ours, offset);
              next.put(ours, new OffsetAndMetadata(offset));
            });
    // Nobody relies on it, so nobody waits for it and nobody minds if it fails.
    consumer.commitAsync(next, (committed, failure) -> {});
  }

  /** Goes back to what is stored, after a batch that may be done, half done or not done. */
  void resync() throws SQLException {
    for (TopicPartition partition : consumer.assignment()) {
      goTo(partition);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    if (!assigned.isEmpty()) {
      clusterId = cluster.clusterId();
    }
    try {
      for (TopicPartition partition : assigned) {
        goTo(partition);
      }
    } catch (SQLException down) {
      // Thrown after the poll: the client would wrap it and log it with its stack.
      unreadable = down;
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    // No batch is under way here: polling and handling take turns on one thread.
    revoked.forEach(positions::remove);
    revoked.forEach(reached::remove);
  }

  private void goTo(TopicPartition partition) throws SQLException {
    long offset = offsets.stored(clusterId, partition(partition));
    positions.put(partition, offset);
    reached.put(partition, offset);
    consumer.seek(partition, offset);
  }

  private static Partition partition(TopicPartition partition) {
    return new Partition(partition.topic(), partition.partition());
  }

  private static InboundEvent event(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      byte[] value = header.value() == null ? new byte[0] : header.value();
      headers.put(header.key(), new String(value, StandardCharsets.ISO_8859_1));
    }
    return new InboundEvent(
        new Partition(record.topic(), record.partition()),
        record.offset(),
        record.key(),
        headers,
        record.value());
  }

  void close() {
    consumer.close();
  }

  /** The same address is another Kafka now: all offsets start anew. */
  static class ClusterChanged extends RuntimeException {
    ClusterChanged() {
      super("another cluster");
    }
  }

  /** The database was away when we had to know or to say where to go on. */
  static class OffsetsUnreadable extends RuntimeException {
    OffsetsUnreadable(SQLException cause) {
      super(cause);
    }
  }
}
