package org.heard.feedback.redaction;

/**
 * The same text with look-alike characters made plain, code unit for code unit, so that one pattern
 * finds an identifier however it was typed and its offsets are those of the original.
 */
final class Folded {
  private Folded() {}

  static String of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = plain(chars[i]);
    }
    return new String(chars);
  }

  private static char plain(char c) {
    if (c < 0x80) {
      return c == '\t' ? ' ' : c;
    }
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - '\uFF01' + '!');
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR, Character.FORMAT -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      default -> c == '\u2212' ? '-' : c;
    };
  }
}
