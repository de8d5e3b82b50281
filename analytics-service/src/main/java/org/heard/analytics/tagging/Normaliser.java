package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a comment into {@link Words}. Case is folded letter by letter, so the capital I that
 * scanners leave inside words disappears and every word keeps its place in the original. What
 * redaction wrote in the place of an identifier is none of the patient's words: {@code [PHONE]}
 * speaks of no telephone.
 */
final class Normaliser {

  /** Longer runs of letters are noise: their tail is not looked at. */
  private static final int LONGEST_WORD = 40;

  /** All that redaction writes but names, which are numbered. */
  static final Set<String> IDENTIFIERS =
      Set.of(
          "[EMAIL]",
          "[LINK]",
          "[HANDLE]",
          "[NHS-NUMBER]",
          "[HOSPITAL-NUMBER]",
          "[PHONE]",
          "[POSTCODE]",
          "[ADDRESS]",
          "[DATE]",
          "[BED]");

  private final Map<String, String> spelling;

  Normaliser(Map<String, String> spelling) {
    this.spelling = Map.copyOf(spelling);
  }

  Words read(String text) {
    List<Words.Word> words = new ArrayList<>();
    boolean border = false;
    int at = 0;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      if (Character.isLetterOrDigit(code)) {
        int end = wordEnd(text, at);
        add(words, form(text, at, end), at, end, border);
        border = false;
        at = end;
      } else {
        if (code == '&' || code == '+') {
          add(words, "and", at, at + 1, border);
          border = false;
        }
        border |= isBorder(text, at, code);
        at = code == '[' ? identifierEnd(text, at) : at + Character.charCount(code);
      }
    }
    markShifts(words);
    return new Words(text, words);
  }

  /** Behind the identifier that opens here; behind the bracket where none does. */
  private static int identifierEnd(String text, int from) {
    return IDENTIFIERS.stream()
        .filter(identifier -> text.startsWith(identifier, from))
        .mapToInt(identifier -> from + identifier.length())
        .findFirst()
        .orElse(from + 1);
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()) {
      int code = text.codePointAt(end);
      int next = end + Character.charCount(code);
      boolean inside = Character.isLetterOrDigit(code) || isMark(code);
      if (!inside && !(joins(code) && next < text.length() && isWordPart(text, next))) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static boolean isWordPart(String text, int at) {
    return Character.isLetterOrDigit(text.codePointAt(at));
  }

  private static boolean isMark(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Apostrophes, straight and curly, and the accents people type for them. */
  private static boolean joins(int code) {
    return code == '\'' || code == 0x2019 || code == 0x2018 || code == '`' || code == 0xB4;
  }

  private String form(String text, int from, int end) {
    StringBuilder form = new StringBuilder(end - from);
    for (int i = from; i < end && form.length() < LONGEST_WORD; i++) {
      char c = text.charAt(i);
      if (!joins(c)) {
        form.append(Character.toLowerCase(c));
      }
    }
    return mend(form.toString());
  }

  private String mend(String word) {
    String known = spelling.get(word);
    if (known != null) {
      return known;
    }
    return word.length() > 6 && word.endsWith("full") ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isBorder(String text, int at, int code) {
    return switch (code) {
      case ',' -> !betweenDigits(text, at);
      case '.', '/' -> !betweenDigits(text, at) && !betweenInitials(text, at);
      case '!', '?', ';', ':', '\n', '\r', '(', ')', 0x2013, 0x2014, 0x2022, 0x2026 -> true;
      case '-' -> at > 0 && text.charAt(at - 1) == ' ';
      default -> false;
    };
  }

  private static boolean betweenDigits(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  /** As in "n/a", "N.A." and "A/E": one thing, written in letters that each stand alone. */
  private static boolean betweenInitials(String text, int at) {
    return isInitial(text, at - 1) && isInitial(text, at + 1);
  }

  private static boolean isInitial(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetter(text.charAt(at))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private static void add(List<Words.Word> words, String form, int start, int end, boolean border) {
    // "and" after a comma opens a unit of the new clause by itself, so the clause border is enough
    Words.Cut cut = Words.Cut.NONE;
    if (border || Cutting.CONTRAST.contains(form)) {
      cut = Words.Cut.CLAUSE;
    } else if (Cutting.CONJUNCTIONS.contains(form)) {
      cut = Words.Cut.UNIT;
    }
    words.add(new Words.Word(form, start, end, cut));
  }

  private static void markShifts(List<Words.Word> words) {
    for (int i = 1; i + 1 < words.size(); i++) {
      Words.Word word = words.get(i);
      boolean alone = !words.get(i - 1).form().equals("the");
      if (alone && Cutting.opensShift(word.form(), words.get(i + 1).form())) {
        words.set(i, new Words.Word(word.form(), word.start(), word.end(), Words.Cut.CLAUSE));
      }
    }
  }
}
