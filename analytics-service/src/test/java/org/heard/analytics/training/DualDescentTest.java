package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.LinearModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One key and the bias, both pulled towards a place: the optimum can be found by hand. */
class DualDescentTest {

  private static final byte[] WANTED = {1, 1, -1, -1, 1, 0};
  private static final float[] VALUES = {2, 1, -1, 0.5f, -0.5f, 9};
  private static final int ROUNDS = 200;

  private final List<FeatureVector> vectors = new ArrayList<>();
  private final List<byte[]> targets = new ArrayList<>();

  DualDescentTest() {
    for (int i = 0; i < WANTED.length; i++) {
      vectors.add(new FeatureVector(new int[] {7}, new float[] {VALUES[i]}));
      targets.add(new byte[] {WANTED[i]});
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, false", "2, false", "0.05, true", "0.5, true", "2, true"})
  void findsTheOptimumOfSquaredHinge(double cost, boolean scaled) {
    DualDescent.Settings settings = new DualDescent.Settings(cost, 0, 1, ROUNDS, scaled);
    double scale = scaled ? scale() : 1;

    LinearModel model = DualDescent.fit(settings, vectors, targets, 1);

    double[] best = best(cost, scale, 0, 0);
    assertThat((double) model.weights()[0]).isCloseTo(best[0], within(0.001));
    assertThat((double) model.weights()[1]).isCloseTo(best[1], within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"0.5, false", "0.5, true"})
  void pullsTowardsTheBaseWhereThereIsOneAndAllKeysAlike(double cost, boolean scaled) {
    DualDescent.Settings settings = new DualDescent.Settings(cost, 0, 1, ROUNDS, scaled);
    LinearModel base = new LinearModel(1, new int[] {7}, new float[] {-1, 0.5f});

    LinearModel model = DualDescent.fit(settings, vectors, targets, base);

    double[] best = best(cost, 1, -1, 0.5);
    assertThat((double) model.weights()[0]).isCloseTo(best[0], within(0.001));
    assertThat((double) model.weights()[1]).isCloseTo(best[1], within(0.001));
    assertThat(base.weights()).as("the base stays").containsExactly(-1, 0.5f);
  }

  /** The square of the key's scale. */
  private double scale() {
    LinearModel model = new LinearModel(1, new int[] {7}, new float[2]);
    return KeyScales.learnt(1, 1, Rows.of(vectors, model), targets)[0];
  }

  /** By gradient descent, small step after small step. */
  private static double[] best(double cost, double scale, double from, double fromBias) {
    double weight = from;
    double bias = fromBias;
    for (int step = 0; step < 200_000; step++) {
      double down = (weight - from) / scale;
      double downBias = bias - fromBias;
      for (int i = 0; i < WANTED.length; i++) {
        double miss = Math.max(0, 1 - WANTED[i] * (weight * VALUES[i] + bias));
        double wrong = 2 * cost * miss * Math.abs(WANTED[i]) * WANTED[i];
        down -= wrong * VALUES[i];
        downBias -= wrong;
      }
      weight -= 0.001 * down;
      bias -= 0.001 * downBias;
    }
    return new double[] {weight, bias};
  }
}
