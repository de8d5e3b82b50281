package org.heard.analytics.training;

import java.util.Arrays;
import java.util.List;

/**
 * How much each key may count for each label, as the square of its scale: scaling a key's values by
 * it in training and its weight by it afterwards is the same. A key counts the more the rarer it is
 * (inverse document frequency), and the more it tells a label's examples from the others: half by
 * the log of the ratio of naive Bayes (Wang and Manning, ACL 2012, there for a whole model).
 */
final class KeyScales {

  /** About the rarity of a usual key: brings values to the size that costs are made for. */
  private static final double USUAL_RARITY = 5;

  /** How often a key is taken to have stood with and without a label before any was counted. */
  private static final double PRIOR = 1;

  private static final double BY_RATIO = 0.5;

  private final int keys;
  private final int labels;
  private final Rows rows;
  private final List<byte[]> targets;
  private final float[] rarity;

  private KeyScales(int keys, int labels, Rows rows, List<byte[]> targets) {
    this.keys = keys;
    this.labels = labels;
    this.rows = rows;
    this.targets = targets;
    rarity = rarity();
  }

  /** One for each key and label as the weights have them; 1 for the bias. */
  static float[] learnt(int keys, int labels, Rows rows, List<byte[]> targets) {
    return new KeyScales(keys, labels, rows, targets).learn();
  }

  private float[] rarity() {
    int[] documents = new int[keys + 1];
    for (int[] offsets : rows.offsets()) {
      for (int offset : offsets) {
        documents[offset / labels]++;
      }
    }
    float[] rarity = new float[keys + 1];
    for (int key = 0; key < keys; key++) {
      double idf = StrictMath.log((1.0 + rows.size()) / (1.0 + documents[key])) + 1;
      rarity[key] = (float) (idf / USUAL_RARITY);
    }
    return rarity;
  }

  private float[] learn() {
    float[] with = sums((byte) 1);
    float[] without = sums((byte) -1);
    float[] squares = new float[with.length];
    Arrays.fill(squares, 1);
    for (int label = 0; label < labels; label++) {
      double[] ratios = ratios(label, with, without);
      double mean = Math.max(1e-9, Arrays.stream(ratios).sum() / keys);
      for (int key = 0; key < keys; key++) {
        double scale = rarity[key] * (1 - BY_RATIO + BY_RATIO * ratios[key] / mean);
        squares[key * labels + label] = (float) (scale * scale);
      }
    }
    return squares;
  }

  /** How much of each key stands in the examples whose target this is. */
  private float[] sums(byte wanted) {
    float[] sums = new float[(keys + 1) * labels];
    for (int i = 0; i < rows.size(); i++) {
      byte[] target = targets.get(i);
      for (int j = 0; j < rows.offsets()[i].length; j++) {
        int offset = rows.offsets()[i][j];
        float value = rows.values()[i][j] * rarity[offset / labels];
        for (int label = 0; label < labels; label++) {
          sums[offset + label] += target[label] == wanted ? value : 0;
        }
      }
    }
    return sums;
  }

  /** How far the share of each key is from the same with and without the label. */
  private double[] ratios(int label, float[] with, float[] without) {
    double usual = StrictMath.log(total(label, with) / total(label, without));
    double[] ratios = new double[keys];
    for (int key = 0; key < keys; key++) {
      int at = key * labels + label;
      double ratio = StrictMath.log((with[at] + PRIOR) / (without[at] + PRIOR));
      ratios[key] = Math.abs(ratio - usual);
    }
    return ratios;
  }

  private double total(int label, float[] sums) {
    double total = keys * PRIOR;
    for (int key = 0; key < keys; key++) {
      total += sums[key * labels + label];
    }
    return total;
  }
}
