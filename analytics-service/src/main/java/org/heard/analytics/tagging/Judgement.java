package org.heard.analytics.tagging;

import java.util.List;

/**
 * What the linear models say about one comment and each of its units, before it is weighed.
 *
 * @param comment margins of the comment's labels
 * @param units margins of each unit's labels
 */
public record Judgement(float[] comment, float[][] units) {

  /** Sharpness of the soft maximum over units. */
  private static final double SHARPNESS = 3;

  /** What is said where there is no unit. */
  private static final double NOTHING = -3;

  /** Lets the models judge: the comment by the first vector, its units by the others. */
  public static Judgement of(List<FeatureVector> features, LinearModel whole, LinearModel part) {
    float[][] units = new float[features.size() - 1][];
    for (int i = 0; i < units.length; i++) {
      units[i] = part.margins(features.get(i + 1));
    }
    return new Judgement(whole.margins(features.get(0)), units);
  }

  double most(int unitLabel) {
    double most = NOTHING;
    for (float[] unit : units) {
      most = Math.max(most, unit[unitLabel]);
    }
    return most;
  }

  /** How the unit that says one label most clearly stands to another. */
  double at(int clearest, int unitLabel) {
    return units.length == 0 ? NOTHING : units[clearest(clearest)][unitLabel];
  }

  /** A soft maximum: several units that say the same say more than one. */
  double together(int unitLabel) {
    double sum = 1e-4;
    for (float[] unit : units) {
      sum += StrictMath.exp(SHARPNESS * unit[unitLabel]);
    }
    return StrictMath.log(sum) / SHARPNESS;
  }

  /** The unit that says it most clearly; the first of equals. */
  int clearest(int unitLabel) {
    int best = 0;
    for (int i = 1; i < units.length; i++) {
      if (units[i][unitLabel] > units[best][unitLabel]) {
        best = i;
      }
    }
    return best;
  }
}
