package org.heard.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.heard.local.run.CommandFailure;
import org.junit.jupiter.api.Test;

class LagTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final AtomicLong sent = new AtomicLong();

  @Test
  void measuresEveryMarkerThatWasSent() {
    try (Lag lag = new Lag(sent::incrementAndGet, sent::get)) {
      assertThat(lag.measure(SHORT).markers()).isPositive().isEqualTo(sent.get());
    }
  }

  @Test
  void givesUpWhenAMarkerIsRefused() {
    Runnable refused =
        () -> {
          throw new IllegalStateException("refused");
        };
    try (Lag lag = new Lag(refused, sent::get)) {
      assertThatThrownBy(() -> lag.measure(SHORT)).isInstanceOf(CommandFailure.class);
    }
  }
}
