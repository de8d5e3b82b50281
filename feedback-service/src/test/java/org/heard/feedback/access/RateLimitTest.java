package org.heard.feedback.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.heard.feedback.ManualTime;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final ManualTime time = new ManualTime();
  private final RateLimit limit = new RateLimit(10, 50, time);

  @Test
  void letsABurstThroughAndNoMore() {
    assertThat(taken(60)).isEqualTo(50);
  }

  @Test
  void letsThroughAsManyASecondInTheLongRun() {
    taken(60);
    time.pass(Duration.ofSeconds(1));
    assertThat(taken(60)).isEqualTo(10);
    time.pass(Duration.ofHours(1));
    assertThat(taken(60)).isEqualTo(50);
  }

  @Test
  void saysAfterWhatTimeThereIsRoom() {
    taken(50);
    ProblemException refused = catchThrowableOfType(ProblemException.class, limit::take);
    assertThat(refused.problem().code()).isEqualTo(ErrorCode.RATE_LIMITED);
    time.pass(Duration.ofMillis(100));
    assertThat(taken(2)).isEqualTo(1);
  }

  private long taken(int asked) {
    return IntStream.range(0, asked)
        .filter(i -> catchThrowableOfType(ProblemException.class, limit::take) == null)
        .count();
  }
}
