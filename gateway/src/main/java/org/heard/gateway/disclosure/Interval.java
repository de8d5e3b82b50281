package org.heard.gateway.disclosure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A confidence interval in whole per cent, both ends included. */
@Schema(description = "Wilson 95 % score interval, whole per cent 0-100, the unit of the rate.")
public record Interval(@Schema(examples = "71") int low, @Schema(examples = "93") int high) {

  // The 97.5 % quantile of the standard normal distribution: 95 % lies between -Z and +Z.
  private static final double Z = 1.959963984540054;

  /**
   * Wilson's score interval without continuity correction, each end rounded to the nearest per
   * cent. Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
   * inference", Journal of the American Statistical Association 22 (1927), 209-212; recommended for
   * proportions in small samples by R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
   *
   * @throws IllegalArgumentException unless {@code 0 <= part <= whole} and {@code whole > 0}
   */
  static Interval wilson95(long part, long whole) {
    if (part < 0 || part > whole || whole == 0) {
      throw new IllegalArgumentException("not a share: " + part + " of " + whole);
    }
    double n = whole;
    double p = part / n;
    double scale = 1 + Z * Z / n;
    double centre = (p + Z * Z / (2 * n)) / scale;
    double half = Z / scale * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    return new Interval(percent(centre - half), percent(centre + half));
  }

  private static int percent(double share) {
    return (int) Math.round(100 * Math.max(0, Math.min(1, share)));
  }
}
