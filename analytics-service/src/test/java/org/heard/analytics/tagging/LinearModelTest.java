package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {

  private static final int LABELS = 13;
  private static final int KEYS = 40;

  /** Even and odd, and two that differ in the highest bit only. */
  private final int[] keys =
      IntStream.range(0, KEYS)
          .map(i -> i == 0 ? Integer.MIN_VALUE : 3 * (i - 1))
          .sorted()
          .toArray();

  private final float[] weights = weights();

  private static float[] weights() {
    Random random = new Random(5);
    float[] weights = new float[(KEYS + 1) * LABELS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - 0.5f;
    }
    return weights;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 39})
  void addsOneRowAfterTheOtherHoweverManyThereAre(int known) {
    int[] seen = Arrays.copyOf(keys, known + 1);
    seen[known] = 1; // no key of the model
    float[] values = new float[seen.length];
    Arrays.fill(values, 0.3f);

    float[] margins =
        new LinearModel(LABELS, keys, weights).margins(new FeatureVector(seen, values));

    assertThat(margins).isEqualTo(oneByOne(known));
  }

  private float[] oneByOne(int known) {
    float[] sums = Arrays.copyOfRange(weights, KEYS * LABELS, weights.length);
    for (int row = 0; row < known; row++) {
      for (int label = 0; label < LABELS; label++) {
        sums[label] += 0.3f * weights[row * LABELS + label];
      }
    }
    return sums;
  }
}
