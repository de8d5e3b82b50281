package org.heard.feedback.intake;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers by numbers, in 16 bytes a place of which at most three in four are taken: 21 to 27 bytes
 * an entry, where a {@code HashMap} takes 60 and more.
 */
final class LongMap {
  /** What stands under no key. */
  static final long ABSENT = 0;

  private static final int FIRST_PLACES = 1024;

  /** Keys come from outside: nobody can choose such as all begin at one place. */
  private final long secret = ThreadLocalRandom.current().nextLong();

  private long[] keys = new long[FIRST_PLACES];

  /** {@link #ABSENT} where a place is free. */
  private long[] values = new long[FIRST_PLACES];

  private int size;

  /** What stands under a key, {@link #ABSENT} if nothing does. */
  long get(long key) {
    return values[place(key)];
  }

  /**
   * Puts a value under a key, in place of another.
   *
   * @param value not {@link #ABSENT}
   */
  void put(long key, long value) {
    int place = place(key);
    if (values[place] == ABSENT && ++size > keys.length / 4 * 3) {
      grow();
      place = place(key);
    }
    keys[place] = key;
    values[place] = value;
  }

  /** Where a key stands, or else would: the first free place from its own on. */
  private int place(long key) {
    // The upper half of the hash, taken as a fraction, of the places.
    long fraction = mixed(key ^ secret) >>> Integer.SIZE;
    int place = (int) ((fraction * keys.length) >>> Integer.SIZE);
    while (values[place] != ABSENT && keys[place] != key) {
      place = place + 1 == keys.length ? 0 : place + 1;
    }
    return place;
  }

  /** The finaliser of MurmurHash3: every bit moves every other. */
  private static long mixed(long bits) {
    long once = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    long twice = (once ^ (once >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return twice ^ (twice >>> 33);
  }

  /** By a quarter: doubled, up to half of it would stand empty. */
  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length + oldKeys.length / 4];
    values = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
