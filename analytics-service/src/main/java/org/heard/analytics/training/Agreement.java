package org.heard.analytics.training;

import java.util.List;

/** How far pairs of whole numbers on one scale agree: what was wanted, what was said. */
final class Agreement {

  private Agreement() {}

  static double meanError(List<int[]> pairs) {
    return pairs.stream().mapToInt(pair -> Math.abs(pair[0] - pair[1])).average().orElse(0);
  }

  /** Cohen's kappa with quadratic weights: 1 full agreement, 0 that of chance. */
  static double kappa(List<int[]> pairs) {
    double seen = 0;
    double wanted = 0;
    double said = 0;
    double wantedSquares = 0;
    double saidSquares = 0;
    for (int[] pair : pairs) {
      seen += (double) (pair[0] - pair[1]) * (pair[0] - pair[1]);
      wanted += pair[0];
      said += pair[1];
      wantedSquares += (double) pair[0] * pair[0];
      saidSquares += (double) pair[1] * pair[1];
    }
    double size = Math.max(1, pairs.size());
    double chance = wantedSquares / size + saidSquares / size - 2 * (wanted / size) * (said / size);
    return chance == 0 ? 1 : 1 - seen / size / chance;
  }
}
