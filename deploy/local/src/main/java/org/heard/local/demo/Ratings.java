package org.heard.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Codes of the Friends and Family Test: 1 very good to 5 very poor, 6 don't know. */
final class Ratings {

  private static final Map<Integer, Double> POSITIVE = weights(1, 0.83, 2, 0.17);
  private static final Map<Integer, Double> NOT_POSITIVE =
      weights(3, 0.42, 4, 0.21, 5, 0.22, 6, 0.15);
  private static final Map<Integer, Double> SOMETHING_MISSING =
      weights(1, 0.36, 2, 0.38, 3, 0.15, 4, 0.07, 5, 0.04);
  private static final double NONE = 0.04;

  private Ratings() {}

  /**
   * A rating, or null.
   *
   * @param positive how likely it is 1 or 2
   * @param planted what the form is about: who misses something is seldom very happy
   */
  static Integer one(double positive, Topic planted, Dice dice) {
    if (dice.chance(NONE)) {
      return null;
    }
    if (planted != null && !planted.praises()) {
      return dice.weighted(SOMETHING_MISSING);
    }
    return dice.weighted(dice.chance(positive) ? POSITIVE : NOT_POSITIVE);
  }

  private static Map<Integer, Double> weights(Object... pairs) {
    Map<Integer, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      weights.put((Integer) pairs[i], (Double) pairs[i + 1]);
    }
    return weights;
  }
}
