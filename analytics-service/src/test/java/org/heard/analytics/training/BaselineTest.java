package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.LinearModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

  private static LabelledComment comment(String text, String... qdc) {
    return new LabelledComment(
        text, "own", new CommentText(null, null, text), null, Set.of(qdc), null, null);
  }

  @Test
  void learnsAWord() {
    List<LabelledComment> comments = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      comments.add(comment("a calm evening " + i, "Feeling safe"));
      comments.add(comment("a loud evening " + i));
    }
    List<String> labels = List.of("qdc:Feeling safe");
    Baseline baseline = Baseline.fit(comments, labels);

    assertThat(baseline.said(comment("a calm night"), new double[] {0.5})).containsAll(labels);
    assertThat(baseline.said(comment("a loud night"), new double[] {0.5})).isEmpty();
    assertThat(Baseline.thresholds(comments, labels)[0]).isBetween(0.1, 0.6);
  }

  /** One feature and the bias, both pulled towards 0. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 5})
  void findsTheOptimumOfLogisticRegression(double cost) {
    List<FeatureVector> vectors = new ArrayList<>();
    List<byte[]> targets = new ArrayList<>();
    byte[] wanted = {1, 1, -1, -1, 1, 0};
    float[] values = {2, 1, -1, 0.5f, -0.5f, 9};
    for (int i = 0; i < wanted.length; i++) {
      vectors.add(new FeatureVector(new int[] {7}, new float[] {values[i]}));
      targets.add(new byte[] {wanted[i]});
    }
    LinearModel model = LogisticDescent.fit(vectors, targets, 1, cost);

    double[] best = best(wanted, values, cost);
    assertThat((double) model.weights()[0]).isCloseTo(best[0], within(0.01));
    assertThat((double) model.weights()[1]).isCloseTo(best[1], within(0.01));
  }

  /** By gradient descent, small step after small step. */
  private static double[] best(byte[] wanted, float[] values, double cost) {
    double weight = 0;
    double bias = 0;
    for (int step = 0; step < 20_000; step++) {
      double down = weight;
      double downBias = bias;
      for (int i = 0; i < wanted.length; i++) {
        double wrong = wanted[i] / (1 + Math.exp(wanted[i] * (weight * values[i] + bias))) * cost;
        down -= wrong * values[i];
        downBias -= wrong;
      }
      weight -= 0.01 * down;
      bias -= 0.01 * downBias;
    }
    return new double[] {weight, bias};
  }
}
