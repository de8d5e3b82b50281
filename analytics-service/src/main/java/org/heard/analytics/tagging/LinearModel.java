package org.heard.analytics.tagging;

import java.util.Arrays;

/**
 * One weight for each key and label, and one for each label alone. A key that was not seen in
 * training adds nothing.
 */
public final class LinearModel {

  private final int labels;
  private final int[] keys;
  private final float[] weights;
  private final int[] table;

  /**
   * Takes over what it is given.
   *
   * @param labels how many labels there are
   * @param keys the known keys, ascending
   * @param weights a row of {@code labels} a key, in the order of the keys; a last row for the bias
   */
  public LinearModel(int labels, int[] keys, float[] weights) {
    if (weights.length != (keys.length + 1) * labels) {
      throw new IllegalArgumentException("weights do not fit keys and labels");
    }
    this.labels = labels;
    this.keys = keys;
    this.weights = weights;
    table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, keys.length)) * 4)];
    Arrays.fill(table, -1);
    for (int row = 0; row < keys.length; row++) {
      int at = keys[row] & (table.length - 1);
      while (table[at] >= 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = row;
    }
  }

  /** How many labels there are. */
  public int labels() {
    return labels;
  }

  /** The known keys, ascending; not a copy. */
  public int[] keys() {
    return keys;
  }

  /** A row a key and the bias; not a copy. */
  public float[] weights() {
    return weights;
  }

  /** The row of a key, or -1. */
  public int row(int key) {
    int at = key & (table.length - 1);
    while (table[at] >= 0) {
      if (keys[table[at]] == key) {
        return table[at];
      }
      at = (at + 1) & (table.length - 1);
    }
    return -1;
  }

  /** The margin of each label: above 0 rather yes, below rather no. */
  public float[] margins(FeatureVector vector) {
    float[] sums = Arrays.copyOfRange(weights, keys.length * labels, weights.length);
    int[] seen = vector.keys();
    int[] offsets = new int[seen.length];
    float[] values = new float[seen.length];
    int known = 0;
    for (int i = 0; i < seen.length; i++) {
      int row = row(seen[i]);
      if (row >= 0) {
        offsets[known] = row * labels;
        values[known++] = vector.values()[i];
      }
    }
    int i = 0;
    for (; i + 4 <= known; i += 4) {
      addFour(offsets, values, i, sums);
    }
    for (; i < known; i++) {
      add(offsets[i], values[i], sums);
    }
    return sums;
  }

  private void add(int offset, float value, float[] sums) {
    for (int label = 0; label < sums.length; label++) {
      sums[label] += value * weights[offset + label];
    }
  }

  /** As four times {@link #add}, but the rows, which lie far apart, are fetched side by side. */
  private void addFour(int[] offsets, float[] values, int i, float[] sums) {
    float[] rows = weights;
    int first = offsets[i];
    int second = offsets[i + 1];
    int third = offsets[i + 2];
    int fourth = offsets[i + 3];
    float one = values[i];
    float two = values[i + 1];
    float three = values[i + 2];
    float four = values[i + 3];
    for (int label = 0; label < sums.length; label++) {
      sums[label] =
          sums[label]
              + one * rows[first + label]
              + two * rows[second + label]
              + three * rows[third + label]
              + four * rows[fourth + label];
    }
  }
}
