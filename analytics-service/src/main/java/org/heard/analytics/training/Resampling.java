package org.heard.analytics.training;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * 95 % intervals by the bootstrap: comments are drawn again, with replacement, and scored again.
 * Percentile method.
 */
final class Resampling {

  static final byte NEITHER = 0;
  static final byte RIGHT = 1;
  static final byte INVENTED = 2;
  static final byte MISSED = 3;

  private static final int DRAWS = 400;
  private static final long SEED = 17;

  private Resampling() {}

  /** An F1 score and where it may lie. */
  record Interval(double low, double score, double high) {}

  static byte outcome(boolean wanted, boolean said) {
    return wanted ? (said ? RIGHT : MISSED) : said ? INVENTED : NEITHER;
  }

  /** Micro-F1 over the chosen labels; one row of outcomes a comment. */
  static Interval f1(List<byte[]> outcomes, IntPredicate labels) {
    int[][] counts = outcomes.stream().map(row -> counts(row, labels)).toArray(int[][]::new);
    double[] scores = new double[DRAWS];
    Random random = new Random(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      scores[draw] = drawn(counts, random);
    }
    java.util.Arrays.sort(scores);
    return new Interval(scores[DRAWS / 40], all(counts), scores[DRAWS - 1 - DRAWS / 40]);
  }

  /** Micro-F1 over the chosen labels, without an interval. */
  static double score(List<byte[]> outcomes, IntPredicate labels) {
    return all(outcomes.stream().map(row -> counts(row, labels)).toArray(int[][]::new));
  }

  /** In which share of the draws the first is worse than the second, both on the same comments. */
  static double worse(
      List<byte[]> first, List<byte[]> second, IntPredicate labels, IntPredicate secondLabels) {
    int[][] ones = first.stream().map(row -> counts(row, labels)).toArray(int[][]::new);
    int[][] others = second.stream().map(row -> counts(row, secondLabels)).toArray(int[][]::new);
    int worse = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double one = drawn(ones, new Random(SEED + draw));
      worse += one < drawn(others, new Random(SEED + draw)) ? 1 : 0;
    }
    return (double) worse / DRAWS;
  }

  private static int[] counts(byte[] row, IntPredicate labels) {
    int[] counts = new int[4];
    for (int label = 0; label < row.length; label++) {
      if (labels.test(label)) {
        counts[row[label]]++;
      }
    }
    return counts;
  }

  private static double drawn(int[][] counts, Random random) {
    int[] sum = new int[4];
    for (int i = 0; i < counts.length; i++) {
      add(counts[random.nextInt(counts.length)], sum);
    }
    return f1(sum);
  }

  private static double all(int[][] counts) {
    int[] sum = new int[4];
    for (int[] row : counts) {
      add(row, sum);
    }
    return f1(sum);
  }

  private static void add(int[] row, int[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
  }

  private static double f1(int[] sum) {
    int all = 2 * sum[RIGHT] + sum[INVENTED] + sum[MISSED];
    return all == 0 ? 0 : 2.0 * sum[RIGHT] / all;
  }
}
