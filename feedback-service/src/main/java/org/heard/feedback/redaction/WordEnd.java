package org.heard.feedback.redaction;

/**
 * Where a word ends: letters, joined by hyphens and apostrophes ("Smith-Jones", "O'Neill"),
 * capitals with stops between ("A.J."), "s/n" for a staff nurse. By hand, as an expression with
 * such choices needs a stack as deep as the text is long.
 */
final class WordEnd {
  private static final String BREAKS = "ÃÂÅÄ";
  private static final String BROKEN = "ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™";
  private static final String APOSTROPHES = "'’‘`´";

  private WordEnd() {}

  /** One past the word that begins here, or {@code start} if none does. */
  static int of(String text, int start) {
    int initials = initials(text, start);
    if (initials > start) {
      return initials;
    }
    if (text.regionMatches(true, start, "s/n", 0, 3) && letter(text, start + 3) == 0) {
      return start + 3;
    }
    int end = letters(text, start);
    while (end > start) {
      int joined = end + joint(text, end);
      int more = joined > end ? letters(text, joined) : joined;
      if (more == joined) {
        return end;
      }
      end = more;
    }
    return end;
  }

  /** "A.J": capitals with stops between them, and no letter after the last. */
  private static int initials(String text, int start) {
    int end = start;
    while (end + 2 < text.length()
        && Character.isUpperCase(text.charAt(end))
        && text.charAt(end + 1) == '.'
        && Character.isUpperCase(text.charAt(end + 2))) {
      end += 2;
    }
    return end > start && letter(text, end + 1) == 0 ? end + 1 : start;
  }

  private static int letters(String text, int start) {
    int end = start;
    for (int length = letter(text, end); length > 0; length = letter(text, end)) {
      end += length;
    }
    return end;
  }

  /** How many UTF-16 code units the letter has that stands here; 0 if none does. */
  private static int letter(String text, int place) {
    if (place >= text.length() || text.startsWith("â€", place)) {
      return 0;
    }
    if (isBrokenLetter(text, place)) {
      return 2;
    }
    int letter = text.codePointAt(place);
    return Character.isLetter(letter) || isMark(letter) ? Character.charCount(letter) : 0;
  }

  /** Whether a letter of the text is one of UTF-8 that was read as Windows-1252: "ZoÃ«". */
  static boolean hasBrokenLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isBrokenLetter(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the letter before a blank is that of a blank that was read so: "DrÂ Patel". */
  static boolean isBrokenBlank(String text, int place) {
    return text.charAt(place) == 'Â'
        && place + 1 < text.length()
        && text.charAt(place + 1) == '\u00A0';
  }

  static boolean isBrokenLetter(String text, int place) {
    if (BREAKS.indexOf(text.charAt(place)) < 0 || place + 1 >= text.length()) {
      return false;
    }
    char second = text.charAt(place + 1);
    return (second >= '\u0080' && second <= '\u00BF') || BROKEN.indexOf(second) >= 0;
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static int joint(String text, int place) {
    if (place >= text.length()) {
      return 0;
    }
    if (text.startsWith("â€™", place) || text.startsWith("â€˜", place)) {
      return 3;
    }
    char c = text.charAt(place);
    return c == '-' || APOSTROPHES.indexOf(c) >= 0 ? 1 : 0;
  }
}
