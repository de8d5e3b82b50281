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

  /** Keys, each followed by its row or -1: what is asked together lies together. */
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
    table = new int[2 * Math.max(4, Integer.highestOneBit(Math.max(1, keys.length)) * 4)];
    Arrays.fill(table, -1);
    for (int row = 0; row < keys.length; row++) {
      int at = place(keys[row]);
      while (table[at + 1] >= 0) {
        at = (at + 2) & (table.length - 1);
      }
      table[at] = keys[row];
      table[at + 1] = row;
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

  /** Where in the table the search for a key begins. */
  private int place(int key) {
    return (2 * key) & (table.length - 1);
  }

  /** The row of a key, or -1. */
  public int row(int key) {
    int at = place(key);
    while (table[at + 1] >= 0) {
      if (table[at] == key) {
        return table[at + 1];
      }
      at = (at + 2) & (table.length - 1);
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
    for (; i + 8 <= known; i += 8) {
      addEight(offsets, values, i, sums);
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

  /** As eight times {@link #add}, but the rows, which lie far apart, are fetched side by side. */
  private void addEight(int[] offsets, float[] values, int i, float[] sums) {
    float[] rows = weights;
    int at0 = offsets[i + 0];
    int at1 = offsets[i + 1];
    int at2 = offsets[i + 2];
    int at3 = offsets[i + 3];
    int at4 = offsets[i + 4];
    int at5 = offsets[i + 5];
    int at6 = offsets[i + 6];
    int at7 = offsets[i + 7];
    float value0 = values[i + 0];
    float value1 = values[i + 1];
    float value2 = values[i + 2];
    float value3 = values[i + 3];
    float value4 = values[i + 4];
    float value5 = values[i + 5];
    float value6 = values[i + 6];
    float value7 = values[i + 7];
    for (int label = 0; label < sums.length; label++) {
      sums[label] =
          sums[label]
              + value0 * rows[at0 + label]
              + value1 * rows[at1 + label]
              + value2 * rows[at2 + label]
              + value3 * rows[at3 + label]
              + value4 * rows[at4 + label]
              + value5 * rows[at5 + label]
              + value6 * rows[at6 + label]
              + value7 * rows[at7 + label];
    }
  }
}
