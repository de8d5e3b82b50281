package org.heard.analytics.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts events once their transaction has been committed. For each topic, received = applied +
 * duplicate + superseded + parked.
 */
@ApplicationScoped
class IngestCounters {
  static final String RECEIVED = "heard.ingest.received";
  static final String OUTCOMES = "heard.ingest.events";
  static final String GAPS = "heard.ingest.gaps";
  static final String LOST = "heard.ingest.lost";
  static final String RELEASED = "heard.ingest.released";
  static final String LAG = "heard.ingest.lag";
  static final String NEWEST = "heard.ingest.newest.age";

  private final MeterRegistry registry;
  private final Clock clock;
  private final Timer visible;
  private final AtomicReference<Double> lag = new AtomicReference<>(Double.NaN);
  private final AtomicReference<Instant> newest = new AtomicReference<>();

  IngestCounters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.visible =
        Timer.builder("heard.ingest.visible")
            .description("From received by feedback-service to counted here")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    TimeGauge.builder(NEWEST, this::newestAge, TimeUnit.SECONDS)
        .description("Since feedback-service received the newest that is counted here")
        .register(registry);
    Gauge.builder(LAG, lag::get)
        .description("Events of this replica's partitions that are published and not here yet")
        .register(registry);
    // From 0 on: whoever watches for an increase does not see one that begins at 1.
    for (String topic : Event.TOPICS) {
      registry.counter(LOST, "topic", topic);
    }
  }

  /** A committed batch. */
  void committed(List<InboundEvent> events, Tally tally) {
    events.forEach(event -> registry.counter(RECEIVED, "topic", event.topic()).increment());
    add(OUTCOMES, tally);
    tally
        .appliedReceipts()
        .forEach(
            received -> {
              Duration took = Duration.between(received, clock.instant());
              visible.record(took.isNegative() ? Duration.ZERO : took);
              newest.accumulateAndGet(received, IngestCounters::later);
            });
  }

  /** What became of parked events that were taken back, once that was committed. */
  void released(Tally tally) {
    add(RELEASED, tally);
  }

  private static Instant later(Instant before, Instant now) {
    return before == null || now.isAfter(before) ? now : before;
  }

  // Not a number before the first one: a quiet ward is no old one, and 0 would be a lie.
  private double newestAge() {
    Instant received = newest.get();
    return received == null
        ? Double.NaN
        : Math.max(0, Duration.between(received, clock.instant()).toMillis() / 1000.0);
  }

  private void add(String name, Tally tally) {
    tally
        .counts()
        .forEach(
            (topic, outcomes) ->
                outcomes.forEach(
                    (outcome, count) ->
                        registry
                            .counter(name, "topic", topic, "outcome", outcome.code())
                            .increment(count)));
  }

  /** A batch was rolled back because another consumer had moved on. */
  void fenced() {
    registry.counter("heard.ingest.fenced").increment();
  }

  /** A partition did not go on where it should have. */
  void gap(Gap gap) {
    String topic = gap.partition().topic();
    String kind = gap.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    registry.counter(GAPS, "topic", topic, "kind", kind).increment();
    registry.counter(LOST, "topic", topic).increment((double) gap.records());
  }

  /** Events that are on the broker and not here yet; empty, not a number, where nobody knows. */
  void lag(OptionalLong events) {
    lag.set(events.isPresent() ? (double) events.getAsLong() : Double.NaN);
  }
}
