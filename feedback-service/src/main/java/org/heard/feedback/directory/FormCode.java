package org.heard.feedback.directory;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * What stands on a ward's poster: six characters of Crockford's base 32, easy to type and not mixed
 * up. It says nothing of the ward's id and is no secret: who guesses one finds a form that anybody
 * on the ward may fill in.
 */
final class FormCode {
  /** As it is shown; it may be typed in other ways. */
  static final String PATTERN = "^[0-9A-HJKMNP-TV-Z]{6}$";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 6;
  private static final int MAX_TYPED = 2 * LENGTH;

  private FormCode() {}

  static String fresh() {
    StringBuilder code = new StringBuilder();
    RANDOM.ints(LENGTH, 0, DIGITS.length()).forEach(digit -> code.append(DIGITS.charAt(digit)));
    return code.toString();
  }

  /**
   * The code however it is typed: case, hyphens, spaces and look-alike letters do not matter.
   *
   * @return null if it is none
   */
  static String canonical(String typed) {
    if (typed.length() > MAX_TYPED) {
      return null;
    }
    String code =
        typed
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    boolean known = code.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    return known && code.length() == LENGTH ? code : null;
  }
}
