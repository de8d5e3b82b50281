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

  private final float[] scales = scales();

  /** Of forty examples half have the label; one key stands in these, one in every other pair. */
  private static float[] scales() {
    List<byte[]> targets = new ArrayList<>();
    int[][] offsets = new int[40][];
    float[][] values = new float[40][];
    for (int i = 0; i < offsets.length; i++) {
      boolean yes = i % 2 == 0;
      boolean half = i % 4 < 2;
      targets.add(new byte[] {(byte) (yes ? 1 : -1)});
      offsets[i] =
          IntStream.rangeClosed(TELLING, BIAS)
              .filter(key -> (key != TELLING || yes) && (key != HALF || half))
              .toArray();
      values[i] = new float[offsets[i].length];
      Arrays.fill(values[i], 1);
    }
    return KeyScales.learnt(BIAS, 1, new Rows(offsets, values), targets);
  }

  @Test
  void whatTellsALabelsExamplesCountsMore() {
    assertThat(scales[TELLING]).isGreaterThan(2 * scales[HALF]);
  }

  @Test
  void whatIsRareCountsMore() {
    assertThat(scales[HALF]).isGreaterThan(2 * scales[ALL]);
  }

  @Test
  void theBiasStaysAsItIs() {
    assertThat(scales[BIAS]).isEqualTo(1);
  }
}
