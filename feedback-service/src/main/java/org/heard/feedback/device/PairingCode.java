package org.heard.feedback.device;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * What a kiosk is given instead of its key: 50 random bits in Crockford's base 32, written {@code
 * XXXXX-XXXXX}. Within its ten minutes, at a hundred tries a second for everybody together, a code
 * is guessed once in 2*10^10.
 */
final class PairingCode {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;

  private PairingCode() {}

  static String fresh() {
    StringBuilder code = new StringBuilder();
    RANDOM.ints(LENGTH, 0, DIGITS.length()).forEach(digit -> code.append(DIGITS.charAt(digit)));
    return code.insert(LENGTH / 2, '-').toString();
  }

  /** Whether it could be one: what could not is nobody's guess. */
  static boolean isOne(String typed) {
    String code = canonical(typed);
    return code.length() == LENGTH && code.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
  }

  /** The same however it is typed: case, hyphens and look-alike letters do not matter. */
  static String canonical(String typed) {
    return typed
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replaceAll("[IL]", "1");
  }
}
