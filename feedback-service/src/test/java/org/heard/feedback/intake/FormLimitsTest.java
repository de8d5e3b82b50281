package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.heard.feedback.ManualTime;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FormLimitsTest {
  private final ManualTime time = new ManualTime();
  private final FormLimits limits = new FormLimits(TestFormSettings.USUAL, time);

  @Test
  void countsEverybodyTogether() {
    assertThat(taken(40, limits::take)).isEqualTo(20);
    time.pass(Duration.ofSeconds(1));
    assertThat(taken(40, limits::take)).isEqualTo(5);
  }

  @Test
  void countsTheAnswersOfEachWardByThemselves() {
    assertThat(taken(10, () -> limits.takeAnswer("W01"))).isEqualTo(3);
    assertThat(taken(10, () -> limits.takeAnswer("W02"))).isEqualTo(3);
    time.pass(Duration.ofSeconds(10));
    assertThat(taken(10, () -> limits.takeAnswer("W01"))).isEqualTo(1);
  }

  @Test
  void saysWhenThereIsRoomAgain() {
    taken(3, () -> limits.takeAnswer("W01"));
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> limits.takeAnswer("W01"));
    assertThat(refused.problem().code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refused.retryAfterSeconds()).hasValue(10);
  }

  private static long taken(int asked, Runnable take) {
    return IntStream.range(0, asked)
        .filter(i -> catchThrowableOfType(ProblemException.class, take::run) == null)
        .count();
  }
}
