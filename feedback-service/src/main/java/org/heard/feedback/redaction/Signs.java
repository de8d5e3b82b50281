package org.heard.feedback.redaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text holds, told by one reading: an identifier of a form needs some of it, and patterns
 * that cannot match are the dearest part of redaction. Every sign is one without which its patterns
 * match nothing, so that asking it changes no result.
 */
final class Signs {
  /** A text that may hold everything. */
  static final Signs ALL = new Signs();

  private static final List<String> HANDLES =
      List.of(
          "insta",
          "ig",
          "snap",
          "twitter",
          "tik",
          "facebook",
          "fb",
          "whatsapp",
          "messenger",
          "telegram",
          "discord",
          "linkedin",
          "youtube",
          "skype",
          "threads");

  /** How months begin, and days of the week. */
  private static final List<String> CALENDAR =
      List.of(
          "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
          "tue", "wed", "thu", "fri", "sat", "sun");

  private static final List<String> MONTHS = CALENDAR.subList(0, 12);

  /** Without one of these no day is told in words. */
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "teenth",
          "tieth");

  private static final List<String> BIRTHS = List.of("born", "birth");
  private static final List<String> PLACES =
      List.of("bed", "bay", "room", "cubicle", "trolley", "cot", "chair", "pod");

  private static final Pattern DOB = Pattern.compile("d[./\\s]{0,2}o[./\\s]{0,2}b");

  private static final Pattern STREET = Pattern.compile("\\s" + Streets.KINDS + "(?!\\p{L})");

  private static final Pattern HOST_END = Pattern.compile("\\.\\s?" + Addresses.TOP);

  /** A day, a month and a year in four digits. */
  private static final int SHORTEST_DATE = 6;

  private final boolean all;
  private final String lower;
  private int digits;
  private int longestNumber;
  private boolean at;
  private boolean underscore;
  private boolean slash;
  private boolean link;
  private boolean separated;
  private boolean letterThenDigit;
  private boolean digitThenLetters;

  private Signs() {
    all = true;
    lower = "";
  }

  private Signs(String text) {
    all = false;
    lower = text.toLowerCase(Locale.ROOT);
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      number = isDigit(c) ? number + 1 : 0;
      longestNumber = Math.max(longestNumber, number);
      if (isDigit(c)) {
        digit(text, i);
      } else {
        mark(text, i, c);
      }
    }
  }

  /** The signs in a text whose look-alike characters were made plain. */
  static Signs of(String folded) {
    return new Signs(folded);
  }

  private void digit(String text, int at) {
    digits++;
    int before = at(text, at - 1) == ' ' ? at - 2 : at - 1;
    int after = at(text, at + 1) == ' ' ? at + 2 : at + 1;
    letterThenDigit |= isLetter(at(text, before));
    digitThenLetters |= isLetter(at(text, after)) && isLetter(at(text, after + 1));
  }

  private void mark(String text, int where, char c) {
    switch (c) {
      case '@' -> at = true;
      case '_' -> underscore = true;
      case '.', '/', '-' -> {
        slash |= c == '/';
        separated |= isDigitNear(text, where, -1) && isDigitNear(text, where, 1);
        link |= c != '-' && standsClose(text, where);
      }
      default -> {}
    }
  }

  /** A digit beside it, or behind one blank. */
  private static boolean isDigitNear(String text, int where, int step) {
    char next = at(text, where + step);
    return isDigit(next) || (Character.isWhitespace(next) && isDigit(at(text, where + 2 * step)));
  }

  private static boolean standsClose(String text, int where) {
    return where > 0
        && where < text.length() - 1
        && !Character.isWhitespace(text.charAt(where - 1))
        && !Character.isWhitespace(text.charAt(where + 1));
  }

  private static char at(String text, int where) {
    return where >= 0 && where < text.length() ? text.charAt(where) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean has(List<String> parts) {
    for (String part : parts) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** So many digits, wherever they stand. */
  boolean digits(int least) {
    return all || digits >= least;
  }

  /** So many digits that touch. */
  boolean number(int least) {
    return all || longestNumber >= least;
  }

  boolean atSign() {
    return all || at;
  }

  /** An at sign, or one in brackets. */
  boolean address() {
    return all || at || lower.contains("(at)") || lower.contains("[at]");
  }

  /** A stop in words. */
  boolean spokenAddress() {
    return all || lower.contains("dot");
  }

  /** "At", and a stop with what ends a host. */
  boolean wordedAddress() {
    return all || (lower.contains("at") && HOST_END.matcher(lower).find());
  }

  /** A stop or a slash between two characters that stand close, or how links begin or are told. */
  boolean link() {
    return all
        || link
        || lower.contains("www")
        || lower.contains("http")
        || lower.contains(" . ")
        || lower.contains(" dot ");
  }

  /** Where people have accounts. */
  boolean handle() {
    return all || ((digits > 0 || underscore) && has(HANDLES));
  }

  /** An underscore, and where people have accounts. */
  boolean handleBefore() {
    return all || (underscore && has(HANDLES));
  }

  /** A letter and a digit that touch or have a blank between, as postcodes begin. */
  boolean partialPostcode() {
    return all || letterThenDigit;
  }

  /** And a digit and two letters, as they end; one of all begins with letters alone. */
  boolean postcode() {
    return all || (digitThenLetters && (letterThenDigit || lower.contains("gir")));
  }

  /** A number, and a kind of street. */
  boolean street() {
    return all || (digits > 0 && STREET.matcher(lower).find());
  }

  /** Who was born, and a number. */
  boolean birth() {
    return all || (digits > 0 && (has(BIRTHS) || DOB.matcher(lower).find()));
  }

  /** Two digits with a stop, a stroke or a slash between them, a month, or digits for a date. */
  boolean date() {
    return all || digits >= SHORTEST_DATE || (digits > 0 && (separated || has(MONTHS)));
  }

  /** Two digits with a stop, a stroke or a slash between them. */
  boolean shortDate() {
    return all || (digits > 1 && separated);
  }

  /** The months that are words besides, and a number. */
  boolean may() {
    return all || (digits > 0 && (lower.contains("may") || lower.contains("mar")));
  }

  /** A month, a day of the week or a slash, and a number or one in words. */
  boolean day() {
    return all || ((digits > 0 || has(ORDINALS)) && (slash || has(CALENDAR)));
  }

  /** Where somebody lies. */
  boolean place() {
    return all || has(PLACES);
  }
}
