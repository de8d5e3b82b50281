package org.heard.feedback.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final ManualTime time = new ManualTime();
  private final RateLimit limit = new RateLimit(10, 50, time);

  private static final class ManualTime implements TimeMeter {
    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  @Test
  void letsABurstThroughAndNoMore() {
    assertThat(taken(60)).isEqualTo(50);
  }

  @Test
  void letsThroughAsManyASecondInTheLongRun() {
    taken(60);
    time.nanos += Duration.ofSeconds(1).toNanos();
    assertThat(taken(60)).isEqualTo(10);
    time.nanos += Duration.ofHours(1).toNanos();
    assertThat(taken(60)).isEqualTo(50);
  }

  @Test
  void saysAfterWhatTimeThereIsRoom() {
    taken(50);
    ProblemException refused = catchThrowableOfType(ProblemException.class, limit::take);
    assertThat(refused.problem().code()).isEqualTo(ErrorCode.RATE_LIMITED);
    time.nanos += Duration.ofMillis(100).toNanos();
    assertThat(taken(2)).isEqualTo(1);
  }

  private long taken(int asked) {
    return IntStream.range(0, asked)
        .filter(i -> catchThrowableOfType(ProblemException.class, limit::take) == null)
        .count();
  }
}
