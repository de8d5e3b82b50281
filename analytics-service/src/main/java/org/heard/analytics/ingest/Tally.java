package org.heard.analytics.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the events of one transaction, by topic. */
class Tally {
  private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
  private final List<Instant> appliedReceipts = new ArrayList<>();

  void count(InboundEvent event, Outcome outcome) {
    counts
        .computeIfAbsent(event.topic(), topic -> new EnumMap<>(Outcome.class))
        .merge(outcome, 1, Integer::sum);
  }

  /** Counts what an attempt that stands has counted. */
  void add(Tally attempt) {
    attempt.counts.forEach(
        (topic, outcomes) ->
            outcomes.forEach(
                (outcome, count) ->
                    counts
                        .computeIfAbsent(topic, name -> new EnumMap<>(Outcome.class))
                        .merge(outcome, count, Integer::sum)));
    appliedReceipts.addAll(attempt.appliedReceipts);
  }

  /** Notes when a submission that is now counted was received by feedback-service. */
  void applied(Instant receivedAt) {
    appliedReceipts.add(receivedAt);
  }

  Map<String, Map<Outcome, Integer>> counts() {
    return counts;
  }

  int of(Outcome outcome) {
    return counts.values().stream().mapToInt(topic -> topic.getOrDefault(outcome, 0)).sum();
  }

  List<Instant> appliedReceipts() {
    return appliedReceipts;
  }
}
