package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeighingTest {

  private static final List<String> LABELS = Labels.ofComment(List.of("Calm", "Tea"));
  private static final int[] NO_KEYS = {};

  private final Weighing weighing = new Weighing(LABELS, Labels.ofUnit());
  private final ReadComment comment = CommentReader.load().read(new CommentText(null, null, "tea"));

  /** Models that say of any comment what their bias says: 0, and of the QDC labels .25 and -.5. */
  private final Judgement judgement =
      Judgement.of(
          CommentReader.views(comment),
          new LinearModels(
              new LinearModel(LABELS.size(), NO_KEYS, new float[LABELS.size()]),
              new LinearModel(2, NO_KEYS, new float[] {0.25f, -0.5f}),
              new LinearModel(Labels.ofUnit().size(), NO_KEYS, new float[Labels.ofUnit().size()])));

  private double[] inputs(String label) {
    return weighing.inputs(LABELS.indexOf(label), judgement, comment);
  }

  @Test
  void aQdcLabelHearsWhatTheSecondViewSaysOfIt() {
    assertThat(inputs("qdc:Calm")).containsExactly(1, 0, 0, 0.25);
    assertThat(inputs("qdc:Tea")).containsExactly(1, 0, 0, -0.5);
  }

  @Test
  void othersDoNot() {
    assertThat(inputs("kindness-and-courtesy:present")).doesNotContain(0.25, -0.5);
    assertThat(inputs(Labels.SENTIMENT + 2)).containsExactly(1, 0, 0);
  }
}
