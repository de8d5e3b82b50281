package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyScalesTest {

  private static final int TELLING = 0;
  private static final int HALF = 1;
  private static final int ALL = 2;
  private static final int BIAS = 3;

  private static final int LABEL = 0;
  private static final int OTHER = 1;
  private static final int LABELS = 2;

  private final float[] scales = scales();

  /**
   * Of forty examples half have the label; one key stands in these, one in every other pair, which
   * have another label.
   */
  private static float[] scales() {
    List<byte[]> targets = new ArrayList<>();
    int[][] offsets = new int[40][];
    float[][] values = new float[40][];
    for (int i = 0; i < offsets.length; i++) {
      boolean yes = i % 2 == 0;
      boolean half = i % 4 < 2;
      targets.add(new byte[] {(byte) (yes ? 1 : -1), (byte) (half ? 1 : -1)});
      offsets[i] =
          IntStream.rangeClosed(TELLING, BIAS)
              .filter(key -> (key != TELLING || yes) && (key != HALF || half))
              .map(key -> key * LABELS)
              .toArray();
      values[i] = new float[offsets[i].length];
      Arrays.fill(values[i], 1);
    }
    return KeyScales.learnt(BIAS, LABELS, new Rows(offsets, values), targets);
  }

  private float scale(int key, int label) {
    return scales[key * LABELS + label];
  }

  @Test
  void whatTellsALabelsExamplesCountsMore() {
    assertThat(scale(TELLING, LABEL)).isGreaterThan(2 * scale(HALF, LABEL));
    assertThat(scale(HALF, OTHER)).as("another label").isGreaterThan(2 * scale(TELLING, OTHER));
  }

  @Test
  void whatIsRareCountsMore() {
    assertThat(scale(HALF, LABEL)).isGreaterThan(2 * scale(ALL, LABEL));
  }

  @Test
  void theBiasStaysAsItIs() {
    assertThat(scale(BIAS, LABEL)).isEqualTo(1);
    assertThat(scale(BIAS, OTHER)).isEqualTo(1);
  }
}
