package org.heard.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Chance that comes out the same again: {@link Random} is the one generator whose numbers the Java
 * platform specifies for every version.
 */
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** Dice of their own for one thing: what was thrown for another does not change them. */
  static Dice of(long seed, String thing) {
    long mixed = seed;
    for (int i = 0; i < thing.length(); i++) {
      mixed = mixed * 6_364_136_223_846_793_005L + thing.charAt(i) + 1_442_695_040_888_963_407L;
    }
    return new Dice(mixed ^ (mixed >>> 32));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 to {@code bound}, without it. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From 0 to 1, without it. */
  double fraction() {
    return random.nextDouble();
  }

  <T> T pick(List<T> things) {
    return things.get(below(things.size()));
  }

  /** A key, as often as its weight says; the map's order must be fixed. */
  <T> T weighted(Map<T, Double> weights) {
    double total = 0;
    for (double weight : weights.values()) {
      total += weight;
    }
    double left = fraction() * total;
    T last = null;
    for (Map.Entry<T, Double> entry : weights.entrySet()) {
      last = entry.getKey();
      left -= entry.getValue();
      if (left < 0) {
        break;
      }
    }
    return last;
  }

  /** A Poisson count (Knuth's multiplication; fit for means up to some hundreds). */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; product *= fraction()) {
      count++;
    }
    return Math.max(0, count);
  }
}
