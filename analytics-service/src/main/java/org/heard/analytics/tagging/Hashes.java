package org.heard.analytics.tagging;

/** Hashes of words and of what is built from them; the finisher is that of MurmurHash3. */
final class Hashes {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Hashes() {}

  static long of(long kind, long one) {
    return mix(kind * GOLDEN + one);
  }

  static long of(long kind, long one, long two) {
    return mix(of(kind, one) * 31 + two);
  }

  static long of(long kind, long one, long two, long three) {
    return mix(of(kind, one, two) * 31 + three);
  }

  static long of(String word) {
    return of(word, 0, word.length());
  }

  static long of(String word, int from, int to) {
    long hash = 1_125_899_906_842_597L;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return mix(hash);
  }

  private static long mix(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
