package org.heard.gateway.disclosure;

/** Shares as whole per cent. */
final class Percent {
  private Percent() {}

  /**
   * {@code part} of {@code whole} in whole per cent, halves upwards, as the Friends and Family Test
   * shows it. Computed in integers, so no share is off by a floating-point hair.
   *
   * @throws IllegalArgumentException unless {@code 0 <= part <= whole} and {@code whole > 0}
   */
  static int of(long part, long whole) {
    if (part < 0 || part > whole || whole == 0) {
      throw new IllegalArgumentException("not a share: " + part + " of " + whole);
    }
    return Math.toIntExact((200 * part + whole) / (2 * whole));
  }
}
