package org.heard.analytics.tagging;

import java.util.Arrays;

/** What the linear models say about one comment and each of its units, before it is weighed. */
public final class Judgement {

  /** Sharpness of the soft maximum over units. */
  private static final double SHARPNESS = 3;

  /** What is said where there is no unit. */
  private static final double NOTHING = -3;

  private final float[] comment;
  private final float[] plain;
  private final float[][] units;
  private final double[] together;
  private final int[] clearest;

  private Judgement(float[] comment, float[] plain, float[][] units, int unitLabels) {
    this.comment = comment;
    this.plain = plain;
    this.units = units;
    clearest = new int[unitLabels];
    together = new double[unitLabels];
    Arrays.setAll(clearest, this::findClearest);
    Arrays.setAll(together, this::sumUp);
  }

  /** Lets each model judge its view. */
  public static Judgement of(Views views, LinearModels models) {
    float[][] units = new float[views.units().size()][];
    for (int i = 0; i < units.length; i++) {
      units[i] = models.part().margins(views.units().get(i));
    }
    return new Judgement(
        models.whole().margins(views.whole()),
        models.plain().margins(views.plain()),
        units,
        models.part().labels());
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

  /** The margin of one of the QDC labels in the second view. */
  double plain(int qdcLabel) {
    return plain[qdcLabel];
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
