package org.heard.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff();

  @Test
  void doublesFromOneToThirtySeconds() {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      assertThat(backoff.after(Duration.ofSeconds(59))).hasSeconds(seconds);
    }
  }

  @Test
  void forgetsAfterAHealthyMinute() {
    backoff.after(Duration.ZERO);
    backoff.after(Duration.ZERO);
    assertThat(backoff.after(Duration.ofSeconds(60))).hasSeconds(1);
    assertThat(backoff.after(Duration.ZERO)).hasSeconds(2);
  }
}
