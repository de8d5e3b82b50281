package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopStateTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_STARTED, 600, false",
    "RUNNING, 299, false",
    "RUNNING, 301, true",
    "WAITING_FOR_PARTITIONS, 301, true",
    "WAITING_FOR_BROKER, 299, false",
    "WAITING_FOR_BROKER, 301, true",
    "WAITING_FOR_DATABASE, 299, false",
    "WAITING_FOR_DATABASE, 301, true",
    "STOPPED, 86400, false",
    "DEAD, 0, true",
  })
  void onlyWhatARestartCanHelpIsDead(LoopState.Phase phase, long secondsSince, boolean dead) {
    // Such a clock may begin anywhere and pass its end.
    long then = Long.MAX_VALUE - 1;
    LoopState.View view = new LoopState.View(phase, "", Instant.EPOCH, then);

    assertThat(view.dead(then + Duration.ofSeconds(secondsSince).toNanos(), Duration.ofMinutes(5)))
        .isEqualTo(dead);
  }

  @Test
  void aCauseIsNamedWithoutItsMessage() {
    Throwable failure = new IllegalStateException("secret", new SQLException("secret"));

    assertThat(LoopState.names(failure)).isEqualTo("IllegalStateException < SQLException");
  }

  @Test
  void waitsDoubleUpToTheLongestAndStartAnew() {
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));

    List<Long> waits = Stream.generate(backoff::failed).limit(5).map(Duration::toMillis).toList();
    backoff.worked();

    assertThat(waits).containsExactly(200L, 400L, 800L, 1000L, 1000L);
    assertThat(backoff.failed()).hasMillis(200);
  }
}
