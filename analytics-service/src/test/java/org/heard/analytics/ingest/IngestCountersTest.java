package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IngestCountersTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final IngestCounters counters =
      new IngestCounters(meters, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void nothingCountedHasNoAge() {
    assertThat(newestAge()).isNaN();
  }

  @Test
  void whatWaitsIsNotKnownUntilItIsSaid() {
    assertThat(lag()).isNaN();
    counters.lag(OptionalLong.of(7));
    assertThat(lag()).isEqualTo(7);
    counters.lag(OptionalLong.empty());
    assertThat(lag()).isNaN();
  }

  private double lag() {
    return meters.get(IngestCounters.LAG).gauge().value();
  }

  @Test
  void theNewestCountedIsAsOldAsItsReceiptWhateverCameLast() {
    counted(90);
    counted(30);
    counted(60);

    assertThat(newestAge()).isEqualTo(30);
  }

  @Test
  void aReceiptAheadOfOurClockIsNew() {
    counted(-5);

    assertThat(newestAge()).isZero();
  }

  private void counted(long secondsAgo) {
    Tally tally = new Tally();
    tally.applied(NOW.minusSeconds(secondsAgo));
    counters.committed(List.of(), tally);
  }

  private double newestAge() {
    return meters.get(IngestCounters.NEWEST).timeGauge().value(TimeUnit.SECONDS);
  }
}
