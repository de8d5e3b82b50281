package org.heard.feedback.redaction;

import java.util.Locale;

/** A share and its 95 % interval (Wilson's score interval). */
record Wilson(int hits, int of) {
  private static final double Z = 1.96;

  static Wilson of(int hits, int of) {
    return new Wilson(hits, of);
  }

  @Override
  public String toString() {
    double n = of;
    double p = hits / n;
    double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f, %d of %d)", p, middle - half, middle + half, hits, of);
  }
}
