package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final int COMMENTS = 50;
  private static final int PILLARS = 12;

  /** A model that makes these statements right and misses all others of their kind. */
  private static Evaluation model(boolean present, boolean absent, boolean pillars, boolean qdc) {
    byte[] tags = new byte[Report.labels().size()];
    for (int label = 0; label < tags.length; label++) {
      tags[label] = outcome(Report.absent(label) ? absent : present);
    }
    Evaluation evaluation = new Evaluation();
    evaluation.outcomes.addAll(Collections.nCopies(COMMENTS, tags));
    evaluation.pillarOutcomes.addAll(rows(PILLARS, pillars));
    evaluation.qdcOutcomes.addAll(rows(1, qdc));
    return evaluation;
  }

  private static List<byte[]> rows(int columns, boolean right) {
    byte[] row = new byte[columns];
    Arrays.fill(row, outcome(right));
    return Collections.nCopies(COMMENTS, row);
  }

  private static byte outcome(boolean right) {
    return right ? Resampling.RIGHT : Resampling.MISSED;
  }

  @Test
  void anEqualModelIsNotRefused() {
    Evaluation one = model(true, false, true, true);

    assertThat(Comparison.of(one, one).refused()).isFalse();
    assertThat(Comparison.of(new Evaluation(), new Evaluation()).refused()).isFalse();
  }

  @Test
  void aModelThatIsBetterInAllIsNotRefused() {
    Comparison comparison =
        Comparison.of(model(true, true, true, true), model(true, false, false, false));

    assertThat(comparison.refused()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "compassion tags, false, true, true, true",
    "absent, true, false, true, true",
    "pillars, true, true, false, true",
    "QDC labels, true, true, true, false",
  })
  void aModelThatIsWorseInOneScoreIsRefused(
      String score, boolean present, boolean absent, boolean pillars, boolean qdc) {
    Comparison comparison =
        Comparison.of(model(present, absent, pillars, qdc), model(true, true, true, true));

    assertThat(comparison.refused()).isTrue();
    assertThat(comparison.lines()).contains(score + ": worse than the other in 100 % of the draws");
  }

  @Test
  void moreOfPresentDoesNotMakeUpForLessOfAbsent() {
    // as many right answers in all, so that the score of all tags is the same
    Comparison comparison =
        Comparison.of(model(true, false, true, true), model(false, true, true, true));

    assertThat(comparison.refused()).isTrue();
    assertThat(comparison.lines())
        .contains(
            "compassion tags: worse than the other in 0 % of the draws",
            "absent: worse than the other in 100 % of the draws");
  }
}
