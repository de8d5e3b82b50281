package org.heard.analytics.tagging;

import java.util.Arrays;
import java.util.List;

/** What the linear models say about one comment and each of its units, before it is weighed. */
public final class Judgement {

  /** Sharpness of the soft maximum over units. */
  private static final double SHARPNESS = 3;

  /** What is said where there is no unit. */
  private static final double NOTHING = -3;

  private final float[] comment;
  private final float[][] units;
  private final double[] together;
  private final int[] clearest;

  private Judgement(float[] comment, float[][] units, int unitLabels) {
    this.comment = comment;
    this.units = units;
    clearest = new int[unitLabels];
    together = new double[unitLabels];
    Arrays.setAll(clearest, this::findClearest);
    Arrays.setAll(together, this::sumUp);
  }

  /** Lets the models judge: the comment by the first vector, its units by the others. */
  public static Judgement of(List<FeatureVector> features, LinearModel whole, LinearModel part) {
    float[][] units = new float[features.size() - 1][];
    for (int i = 0; i < units.length; i++) {
      units[i] = part.margins(features.get(i + 1));
    }
    return new Judgement(whole.margins(features.get(0)), units, part.labels());
  }

  private int findClearest(int unitLabel) {
    int best = 0;
    for (int i = 1; i < units.length; i++) {
      if (units[i][unitLabel] > units[best][unitLabel]) {
        best = i;
      }
    }
    return best;
  }

  private double sumUp(int unitLabel) {
    double sum = 1e-4;
    for (float[] unit : units) {
      sum += StrictMath.exp(SHARPNESS * unit[unitLabel]);
    }
    return StrictMath.log(sum) / SHARPNESS;
  }

  /** The margin of one label of the comment. */
  double comment(int label) {
    return comment[label];
  }

  /** The margin of one label of one unit. */
  double unit(int unit, int unitLabel) {
    return units[unit][unitLabel];
  }

  /** The margin of the unit that says it most clearly. */
  double most(int unitLabel) {
    return Math.max(NOTHING, at(unitLabel, unitLabel));
  }

  /** How the unit that says one label most clearly stands to another. */
  double at(int clearly, int unitLabel) {
    return units.length == 0 ? NOTHING : units[clearest[clearly]][unitLabel];
  }

  /** A soft maximum: several units that say the same say more than one. */
  double together(int unitLabel) {
    return together[unitLabel];
  }

  /** The unit that says it most clearly; the first of equals. */
  int clearest(int unitLabel) {
    return clearest[unitLabel];
  }
}
