package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final byte YES = 1;
  private static final byte NO = -1;
  private static final int UNSCORED = 50;

  /** Many comments that nobody could label would have every label said from .1 on. */
  @Test
  void whatIsNotScoredChoosesForItselfAlone() {
    List<String> labels = List.of("qdc:Feeling safe", "qdc:Not assigned");
    double[][] probabilities = new double[2][20 + UNSCORED];
    List<byte[]> wanted = new ArrayList<>();
    for (int i = 0; i < 20 + UNSCORED; i++) {
      boolean safe = i < 10;
      boolean unassigned = i >= 20;
      probabilities[0][i] = safe ? 0.5 : unassigned ? 0.05 : 0.3;
      probabilities[1][i] = unassigned ? 0.2 : 0.05;
      wanted.add(new byte[] {safe ? YES : NO, unassigned ? YES : NO});
    }

    for (double[] thresholds :
        List.of(
            Thresholds.choose(labels, probabilities, wanted),
            Thresholds.best(labels, probabilities, wanted))) {
      assertThat(thresholds[0]).isBetween(0.3, 0.5);
      assertThat(thresholds[1]).isBetween(0.05, 0.2);
    }
  }
}
