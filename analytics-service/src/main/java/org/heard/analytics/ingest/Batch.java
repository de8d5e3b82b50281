package org.heard.analytics.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events that stand or fall together.
 *
 * @param clusterId which Kafka the offsets belong to
 * @param expected the stored offset of each partition that has events here
 * @param events in the order of their partition
 */
record Batch(String clusterId, Map<Partition, Long> expected, List<InboundEvent> events) {

  Batch {
    expected = Map.copyOf(expected);
    events = List.copyOf(events);
  }

  /** Where each partition goes on after this batch, in the order of partitions. */
  Map<Partition, Long> next() {
    Map<Partition, Long> next = new TreeMap<>();
    events.forEach(event -> next.put(event.partition(), event.offset() + 1));
    return next;
  }

  /** The events before an index, with the offsets that this batch expects. */
  Batch head(int end) {
    return new Batch(clusterId, expected, events.subList(0, end));
  }

  /** The events from an index on, with the offsets that hold once {@link #head} is done. */
  Batch tail(int start) {
    Map<Partition, Long> moved = new TreeMap<>(expected);
    moved.putAll(head(start).next());
    return new Batch(clusterId, moved, events.subList(start, events.size()));
  }
}
