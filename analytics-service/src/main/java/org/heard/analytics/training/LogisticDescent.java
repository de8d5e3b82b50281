package org.heard.analytics.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.LinearModel;

/**
 * Fits an L2-regularised logistic regression a label over sparse vectors, by dual coordinate
 * descent (Yu, Huang and Lin, Machine Learning 2011, as liblinear's solver 7), for all labels in
 * one walk over the data.
 */
final class LogisticDescent {

  private static final long SEED = 5;
  private static final int ROUNDS = 20;
  private static final int STEPS = 40;
  private static final double CLOSE = 1e-4;

  private final int labels;
  private final double cost;
  private final List<byte[]> targets;
  private final int[] keys;
  private final int[][] rows;
  private final float[][] values;
  private final float[] weights;
  private final float[] duals;
  private final float[] logits;

  private LogisticDescent(
      List<FeatureVector> vectors, List<byte[]> targets, int labels, double cost) {
    this.labels = labels;
    this.cost = cost;
    this.targets = targets;
    keys =
        vectors.stream()
            .flatMapToInt(vector -> Arrays.stream(vector.keys()))
            .distinct()
            .sorted()
            .toArray();
    rows = new int[vectors.size()][];
    values = new float[vectors.size()][];
    for (int i = 0; i < rows.length; i++) {
      FeatureVector vector = vectors.get(i);
      int size = vector.keys().length;
      rows[i] =
          Arrays.copyOf(
              Arrays.stream(vector.keys()).map(key -> Arrays.binarySearch(keys, key)).toArray(),
              size + 1);
      rows[i][size] = keys.length;
      values[i] = Arrays.copyOf(vector.values(), size + 1);
      values[i][size] = 1;
    }
    weights = new float[(keys.length + 1) * labels];
    duals = new float[rows.length * labels];
    logits = new float[rows.length * labels];
  }

  /** Targets: 1 yes, -1 no, 0 not known. */
  static LinearModel fit(
      List<FeatureVector> vectors, List<byte[]> targets, int labels, double cost) {
    return new LogisticDescent(vectors, targets, labels, cost).fit();
  }

  private LinearModel fit() {
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      for (int example : order) {
        step(example);
      }
    }
    return new LinearModel(labels, keys, weights);
  }

  private void step(int example) {
    float[] sums = new float[labels];
    double square = 0;
    for (int i = 0; i < rows[example].length; i++) {
      int offset = rows[example][i] * labels;
      float value = values[example][i];
      square += (double) value * value;
      for (int label = 0; label < labels; label++) {
        sums[label] += value * weights[offset + label];
      }
    }
    byte[] target = targets.get(example);
    for (int label = 0; label < labels; label++) {
      sums[label] =
          target[label] == 0
              ? 0
              : target[label]
                  * change(example * labels + label, target[label] * sums[label], square);
    }
    for (int i = 0; i < rows[example].length; i++) {
      int offset = rows[example][i] * labels;
      float value = values[example][i];
      for (int label = 0; label < labels; label++) {
        weights[offset + label] += value * sums[label];
      }
    }
  }

  /**
   * The step of one dual variable to its best place between 0 and the cost: the root of {@code
   * square * (cost * s(t) - dual) + margin + t}, s the logistic function, which rises with t;
   * Newton's method, halving where that leaves the bounds of the root.
   */
  private float change(int place, double margin, double square) {
    double dual = duals[place];
    double low = -margin - square * (cost - dual);
    double high = -margin + square * dual;
    double t = Math.min(high, Math.max(low, logits[place]));
    for (int step = 0; step < STEPS && high - low > CLOSE; step++) {
      double s = 1 / (1 + StrictMath.exp(-t));
      double value = square * (cost * s - dual) + margin + t;
      if (value > 0) {
        high = t;
      } else {
        low = t;
      }
      double move = value / (1 + square * cost * s * (1 - s));
      t = t - move > low && t - move < high ? t - move : (low + high) / 2;
      if (Math.abs(move) < CLOSE) {
        break;
      }
    }
    logits[place] = (float) t;
    duals[place] = (float) (cost / (1 + StrictMath.exp(-t)));
    return (float) (duals[place] - dual);
  }
}
