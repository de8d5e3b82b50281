package org.heard.feedback.redaction;

import java.text.Normalizer;

/**
 * The same text with look-alike characters made plain, so that one pattern finds an identifier
 * however it was typed. Blanks of any kind are blanks, digits of any script are digits, and the
 * marks that only dress a digit (a keycap, a stroke through it) are left out; where everything
 * stands in the original is known.
 */
final class Folded {
  private static final String IN_ADDRESSES = ".@_";

  private final StringBuilder text;

  /** Of each character of the text, and of its end, the UTF-16 code unit in the original. */
  private final int[] places;

  private Folded(String original) {
    text = new StringBuilder(original.length());
    places = new int[original.length() + 1];
    boolean digit = false;
    int at = 0;
    while (at < original.length()) {
      int c = original.codePointAt(at);
      int units = Character.charCount(c);
      digit = isDigit(c) || (digit && isMark(c));
      if (!(digit && isMark(c)) && !isInAddress(original, at)) {
        add(c, at, units);
      }
      at += units;
    }
    places[text.length()] = at;
  }

  static Folded of(String text) {
    return new Folded(text);
  }

  String text() {
    return text.toString();
  }

  /** What was found in this text, where it stands in the original, with the marks at its end. */
  Found inOriginal(Found found) {
    return new Found(found.kind(), places[found.start()], places[found.end()]);
  }

  private void add(int c, int at, int units) {
    int digit = digit(c);
    if (digit >= 0) {
      places[text.length()] = at;
      text.append((char) ('0' + digit));
    } else if (units == 1) {
      places[text.length()] = at;
      text.append(plain((char) c));
    } else {
      for (char half : Character.toChars(c)) {
        places[text.length()] = at++;
        text.append(half);
      }
    }
  }

  private static boolean isDigit(int c) {
    return digit(c) >= 0;
  }

  /** Of any script, raised, lowered or in a circle; -1 for none. */
  private static int digit(int c) {
    if (Character.getType(c) == Character.OTHER_NUMBER) {
      String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
      return plain.length() == 1 ? Character.digit(plain.charAt(0), 10) : -1;
    }
    return Character.digit(c, 10);
  }

  /** What cannot be seen is no blank in an address of mail: beside its marks, or in a word. */
  private static boolean isInAddress(String text, int at) {
    if (Character.getType(text.charAt(at)) != Character.FORMAT
        || at == 0
        || at + 1 >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    return IN_ADDRESSES.indexOf(before) >= 0
        || IN_ADDRESSES.indexOf(after) >= 0
        || (Character.isLetter(before) && Character.isLetter(after) && text.indexOf('@', at) > 0);
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static char plain(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - '\uFF01' + '!');
    }
    if (c == '\r' || c == '\n') {
      return c;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT ->
          ' ';
      case Character.DASH_PUNCTUATION -> '-';
      default ->
          switch (c) {
            case '\u2212' -> '-';
            case '\u2044', '\u2215' -> '/';
            default -> c;
          };
    };
  }
}
