package org.heard.feedback.redaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NHS numbers, those with a slip near the word too. */
final class NhsNumbers {
  /** Between two digits of one number, which may go on in the next line. */
  private static final String GAP = "[ .\\-\\r\\n]{0,3}";

  private static final Pattern TEN_DIGITS =
      Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){9}(?!" + GAP + "[0-9])");
  private static final Pattern NEARLY_TEN =
      Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){7,10}(?![0-9])");
  private static final Pattern THREE_THREE_FOUR =
      Pattern.compile("[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{4}");

  /** Marks that stand between groups of digits on paper; between single digits they make lists. */
  static final String WIDE_GAP = "[ .,;:/|_()\\[\\]\\-\\r\\n]{1,4}";

  private static final Pattern WIDE_THREE_THREE_FOUR =
      Pattern.compile(
          "(?<![0-9£$€])[0-9]{3}" + WIDE_GAP + "[0-9]{3}" + WIDE_GAP + "[0-9]{4}(?![0-9])");

  /** One mark twice, as somebody made it up. */
  private static final Pattern MARKED_THREE_THREE_FOUR =
      Pattern.compile("(?<![0-9£$€])[0-9]{3}( {0,3}[·•*~=+'’-] {0,3})[0-9]{3}\\1[0-9]{4}(?![0-9])");

  /** With the letter O for the 0, near the word only. */
  private static final Pattern TEN_WITH_LETTERS =
      Pattern.compile(
          "(?<![0-9\\p{L}])(?=(?:[Oo .\\-\\r\\n]{0,6}[0-9]){4})[0-9Oo]{3}"
              + (GAP + "[0-9Oo]{3}" + GAP + "[0-9Oo]{4}(?![0-9\\p{L}])"));

  private static final Pattern WIDE_NINE_TO_ELEVEN =
      Pattern.compile("(?<![0-9])[0-9](?:(?:" + WIDE_GAP + ")?[0-9]){8,10}(?![0-9])");
  private static final Pattern TWO_YEARS =
      Pattern.compile("(?:19|20)[0-9]{2}[^0-9]{1,3}(?:19|20)[0-9]{2}");
  private static final String NHS = "n\\.?\\s?h\\.?\\s?s\\b";
  private static final Pattern NHS_NEAR =
      Pattern.compile("\\b" + NHS + "|\\bhospital (?:no|num)", CASE_INSENSITIVE);
  private static final Pattern NHS_AFTER =
      Pattern.compile("[^0-9.!?]{0,20}\\b" + NHS, CASE_INSENSITIVE);
  private static final int NEAR = 40;

  /** One that has lost some of its ten digits. */
  private static final int SHORTEST = 8;

  private static final int FEWEST_DIGITS_BESIDE_LETTERS = 4;

  /** Eight digits before the word are a date, or two years. */
  private static final int SHORTEST_BEFORE_NHS = 9;

  private NhsNumbers() {}

  static void find(String folded, Signs signs, List<Found> found) {
    if (signs.digits(FEWEST_DIGITS_BESIDE_LETTERS)) {
      collectNearNhs(TEN_WITH_LETTERS, folded, found);
    }
    if (!signs.digits(SHORTEST)) {
      return;
    }
    Matcher matcher = TEN_DIGITS.matcher(folded);
    while (matcher.find()) {
      String written = matcher.group();
      if (nearNhs(folded, matcher.start())
          || THREE_THREE_FOUR.matcher(written).matches()
          || NhsNumber.isValid(written.replaceAll("[^0-9]", ""))) {
        found.add(new Found(IdentifierKind.NHS_NUMBER, matcher.start(), matcher.end()));
      }
    }
    Found.collect(WIDE_THREE_THREE_FOUR, 0, folded, IdentifierKind.NHS_NUMBER, found);
    Found.collect(MARKED_THREE_THREE_FOUR, 0, folded, IdentifierKind.NHS_NUMBER, found);
    collectNearNhs(NEARLY_TEN, folded, found);
    collectNearNhs(WIDE_NINE_TO_ELEVEN, folded, found);
  }

  private static void collectNearNhs(Pattern digits, String text, List<Found> found) {
    Matcher number = digits.matcher(text);
    while (number.find()) {
      if (!TWO_YEARS.matcher(number.group()).matches()
          && (nearNhs(text, number.start()) || beforeNhs(text, number))) {
        found.add(new Found(IdentifierKind.NHS_NUMBER, number.start(), number.end()));
      }
    }
  }

  private static boolean beforeNhs(String text, Matcher number) {
    boolean enough = number.group().replaceAll("[^0-9]", "").length() >= SHORTEST_BEFORE_NHS;
    return enough && NHS_AFTER.matcher(text).region(number.end(), text.length()).lookingAt();
  }

  private static boolean nearNhs(String text, int start) {
    return NHS_NEAR.matcher(text.substring(Math.max(0, start - NEAR), start)).find();
  }
}
