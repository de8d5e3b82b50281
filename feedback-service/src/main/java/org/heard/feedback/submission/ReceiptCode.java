package org.heard.feedback.submission;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.heard.feedback.access.ServiceSecrets;

/**
 * What an anonymous person keeps, to ask for their words back: 80 bits in Crockford's base 32 with
 * his check character (value modulo 37), written {@code XXXX-XXXX-XXXX-XXXX-C}.
 */
final class ReceiptCode {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String CHECKS = DIGITS + "*~$=U";
  private static final int LENGTH = 16;

  private ReceiptCode() {}

  /** The server's code for a submission: the same for every repeat, unguessable without the key. */
  static String derive(ServiceSecrets secrets, UUID submission) {
    byte[] mac = secrets.mac("receipt", submission.toString().getBytes(StandardCharsets.UTF_8));
    StringBuilder code = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (int i = 0; code.length() < LENGTH; ) {
      if (held < 5) {
        bits = (bits << 8) | (mac[i++] & 0xff);
        held += 8;
      }
      held -= 5;
      code.append(DIGITS.charAt((int) (bits >>> held) & 31));
    }
    return write(code.toString());
  }

  /**
   * The canonical form of a code that a person or a client wrote: case, hyphens and look-alike
   * letters do not matter.
   *
   * @return null if it is not a code or its check character is wrong
   */
  static String canonical(String written) {
    if (written.length() > 2 * LENGTH) {
      return null;
    }
    String plain = written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (plain.length() != LENGTH + 1) {
      return null;
    }
    String body = plain.substring(0, LENGTH).replace('O', '0').replaceAll("[IL]", "1");
    char check = plain.charAt(LENGTH);
    boolean known = body.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    return known && checkOf(body) == check ? write(body) : null;
  }

  /** What is stored of a code in its canonical form. */
  static byte[] hash(ServiceSecrets secrets, String canonical) {
    return secrets.mac("receipt-hash", canonical.getBytes(StandardCharsets.US_ASCII));
  }

  private static String write(String body) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < LENGTH; i += 4) {
      written.append(body, i, i + 4).append('-');
    }
    return written.append(checkOf(body)).toString();
  }

  private static char checkOf(String body) {
    int value = 0;
    for (int i = 0; i < body.length(); i++) {
      value = (value * 32 + DIGITS.indexOf(body.charAt(i))) % 37;
    }
    return CHECKS.charAt(value);
  }
}
