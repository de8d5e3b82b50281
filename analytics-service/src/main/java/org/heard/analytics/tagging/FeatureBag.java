package org.heard.analytics.tagging;

import java.util.Arrays;

/**
 * Collects the keys of one {@link FeatureVector} in blocks. A key counts once a block, and every
 * block has the same length whatever the length of the text: its keys share the block's weight.
 */
final class FeatureBag {

  private static final int FIRST_SIZE = 512;
  private static final int LARGEST_KEPT = 64 * FIRST_SIZE;

  private int[] keys = new int[FIRST_SIZE];
  private float[] values = new float[FIRST_SIZE];
  private int size;
  private int blockStart;
  private int[] table = new int[2 * FIRST_SIZE];
  private int[] stamps = new int[2 * FIRST_SIZE];
  private int stamp = 1;

  /** Forgets what is left of a comment that failed, and the room a giant one took. */
  void reset() {
    if (keys.length > LARGEST_KEPT || table.length > LARGEST_KEPT) {
      keys = new int[FIRST_SIZE];
      values = new float[FIRST_SIZE];
      table = new int[2 * FIRST_SIZE];
      stamps = new int[2 * FIRST_SIZE];
      stamp = 0;
    }
    size = 0;
    blockStart = 0;
    stamp++;
  }

  void add(long hash) {
    addKey((int) hash);
  }

  void addKey(int key) {
    if (2 * (size - blockStart) >= table.length) {
      growTable();
    }
    if (isNew(key)) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      keys[size++] = key;
    }
  }

  private boolean isNew(int key) {
    int mask = table.length - 1;
    int at = key & mask;
    while (stamps[at] == stamp) {
      if (table[at] == key) {
        return false;
      }
      at = (at + 1) & mask;
    }
    stamps[at] = stamp;
    table[at] = key;
    return true;
  }

  private void growTable() {
    table = new int[2 * table.length];
    stamps = new int[table.length];
    stamp = 1;
    for (int i = blockStart; i < size; i++) {
      isNew(keys[i]);
    }
  }

  /** Ends the block: its keys get {@code weight / sqrt(their number)}. */
  void endBlock(double weight) {
    int count = size - blockStart;
    if (count > 0) {
      Arrays.fill(values, blockStart, size, (float) (weight / Math.sqrt(count)));
    }
    blockStart = size;
    stamp++;
  }

  /** What was collected since the last call. */
  FeatureVector take() {
    FeatureVector vector =
        new FeatureVector(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    size = 0;
    blockStart = 0;
    return vector;
  }
}
