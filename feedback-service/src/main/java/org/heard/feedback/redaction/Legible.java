package org.heard.feedback.redaction;

import java.util.Arrays;
import java.util.Locale;

/**
 * The same text as a reader sees it: blanks of any kind are blanks, ends of lines are new lines,
 * and characters that only say how to set a word (soft hyphens, joiners) are left out; where
 * everything stands in the original is known.
 */
final class Legible {
  private static final int ASCII_END = 0x80;

  /** Of the words that lead to a name. */
  private static final int LONGEST_WORD = 30;

  private final String text;

  /** Of each character of the text, and of its end, the place in the original; null: the same. */
  private final int[] places;

  private Legible(String text, int[] places) {
    this.text = text;
    this.places = places;
  }

  static Legible of(String original) {
    return isPlain(original) ? new Legible(original, null) : folded(original);
  }

  String text() {
    return text;
  }

  int inOriginal(int place) {
    return places == null ? place : places[place];
  }

  private static boolean isPlain(String original) {
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (c >= ASCII_END || (c < ' ' && c != '\n' && c != '\r')) {
        return false;
      }
    }
    return true;
  }

  private static Legible folded(String original) {
    StringBuilder text = new StringBuilder(original.length());
    int[] places = new int[original.length() + 1];
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (WordEnd.isBrokenBlank(original, i)) {
        continue;
      }
      boolean broken = i > 0 && text.length() > 0 && WordEnd.isBrokenLetter(original, i - 1);
      if (!broken && Character.getType(c) == Character.FORMAT) {
        if (isBetweenWords(text, original, i)) {
          places[text.length()] = i;
          text.append(' ');
        }
        continue;
      }
      places[text.length()] = i;
      text.append(broken && c != '\u00A0' ? c : plain(c));
    }
    places[text.length()] = original.length();
    return new Legible(text.toString(), Arrays.copyOf(places, text.length() + 1));
  }

  private static char plain(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - '\uFF01' + '!');
    }
    return switch (c) {
      case '\n', '\r' -> c;
      case '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> '\n';
      // Hyphens, unlike the dashes of other lengths, are in a word.
      case '\u2010', '\u2011' -> '-';
      default -> Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL ? ' ' : c;
    };
  }

  /**
   * Whether what is not seen stands where a blank should ("Dr", "Patel") and not in a word ("Pa",
   * "tel"): a small letter and a capital meet, or two words that lead to a name and are none
   * together.
   */
  private static boolean isBetweenWords(StringBuilder before, String original, int place) {
    int after = place + 1;
    while (after < original.length()
        && Character.getType(original.charAt(after)) == Character.FORMAT) {
      after++;
    }
    int end = after;
    while (end < original.length() && Character.isLetter(original.charAt(end))) {
      end++;
    }
    int start = before.length();
    while (start > Math.max(0, before.length() - LONGEST_WORD)
        && Character.isLetter(before.charAt(start - 1))) {
      start--;
    }
    if (start == before.length() || end == after) {
      return false;
    }
    if (Character.isLowerCase(before.charAt(before.length() - 1))
        && Character.isUpperCase(original.charAt(after))) {
      return true;
    }
    String left = before.substring(start).toLowerCase(Locale.ROOT);
    String right = original.substring(after, end).toLowerCase(Locale.ROOT);
    return !isWord(left + right) && isWord(left) && leads(left, right);
  }

  private static boolean leads(String left, String right) {
    return NameCues.INTRODUCING.contains(String.valueOf(NameLexicon.context(left)))
        || (NameLexicon.isFirstName(left) && NameLexicon.isSurname(right))
        || NameLexicon.isFirstName(right);
  }

  private static boolean isWord(String plain) {
    return plain.length() > 1
        && (NameLexicon.isKnown(plain)
            || NameLexicon.isFirstName(plain)
            || NameLexicon.isSurname(plain)
            || NameLexicon.context(plain) != null);
  }
}
