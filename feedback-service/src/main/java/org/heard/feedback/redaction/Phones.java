package org.heard.feedback.redaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;
import java.util.regex.Pattern;

/** Telephone numbers, by how they are told here and by the library that knows all countries. */
final class Phones {
  /** UK numbers as people write them: 0 or +44, then nine or ten digits in any grouping. */
  private static final Pattern UK_PHONE =
      Pattern.compile(
          "(?<![0-9])(?:(?:\\+|00)\\s?44[ .\\-\\r"
              + "\\n"
              + "]{0,3}(?:\\(0\\))?|\\(?0)[ .\\-\\r"
              + "\\n"
              + "]{0,3}[1-9](?:[ .()\\-\\r"
              + "\\n"
              + "]{0,3}[0-9]){8,9}(?![0-9])");

  /** In the groups in which they are told, with any marks between, or with an O for the 0. */
  private static final Pattern GROUPED_PHONE =
      Pattern.compile(
          ("(?<![0-9\\p{L}])(?:[0Oo][1-9][0-9]G[0-9]{4}G[0-9]{4}|[0Oo][1-9][0-9]{2}G[0-9]{3}G[0-9]{3,4}"
                  + "|[0Oo][1-9][0-9]{3}G[0-9]{3}G?[0-9]{2,3}|[0Oo][1-9][0-9]{2}G[0-9]{6,7}"
                  + "|44G[1-9][0-9]{2,3}G?[0-9]{3}G?[0-9]{3,4})(?![0-9])")
              .replace("G?", "(?:" + NhsNumbers.WIDE_GAP + ")?")
              .replace("G", NhsNumbers.WIDE_GAP));

  private static final Pattern MARKED_PHONE =
      Pattern.compile(
          "(?<![0-9\\p{L}])0[1-9][0-9]{1,3}( ?[·•*~=+'’] ?)[0-9]{3,4}(?:\\1)?[0-9]{3,4}(?![0-9])");

  /** With the letter O for the 0, as on old keyboards. */
  private static final Pattern PHONE_WITH_LETTERS =
      Pattern.compile(
          "(?<![0-9\\p{L}])(?=(?:[Oo .-]{0,4}[0-9]){6})[0Oo][1-9](?:[ .-]{0,2}[0-9Oo]){8,9}"
              + "(?![0-9\\p{L}])");

  private static final int FEWEST_DIGITS_BESIDE_LETTERS = 6;

  /** Without its area code, or a mobile's without its 0, where somebody says that it is one. */
  private static final Pattern LOCAL_PHONE =
      Pattern.compile(
          "\\b(?:ring|call|phone|tel|telephone|mobile|mob|text|landline|number)(?:ed|ing)?\\b"
              + "[^0-9\\n]{0,20}?(7(?:[ \\-]?[0-9]){9}|[0-9](?:[ \\-]?[0-9]){5,8}"
              + "|(?!999|111|101|1,)[0-9]{3}[/,.][0-9]{3,4})(?![0-9])",
          CASE_INSENSITIVE);

  /** Of any country, with its code or without: the shortest has one more. */
  private static final int SHORTEST_PHONE = 5;

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private Phones() {}

  static void find(String folded, Signs signs, List<Found> found) {
    if (signs.digits(FEWEST_DIGITS_BESIDE_LETTERS)) {
      Found.collect(PHONE_WITH_LETTERS, 0, folded, IdentifierKind.PHONE, found);
    }
    if (signs.digits(10)) {
      Found.collect(MARKED_PHONE, 0, folded, IdentifierKind.PHONE, found);
      Found.collect(UK_PHONE, 0, folded, IdentifierKind.PHONE, found);
      Found.collect(GROUPED_PHONE, 0, folded, IdentifierKind.PHONE, found);
    }
    if (signs.digits(SHORTEST_PHONE)) {
      Found.collect(LOCAL_PHONE, 1, folded, IdentifierKind.PHONE, found);
      collectPhones(folded, found);
    }
  }

  private static void collectPhones(String text, List<Found> found) {
    for (PhoneNumberMatch match : PHONES.findNumbers(text, "GB", Leniency.VALID, text.length())) {
      found.add(new Found(IdentifierKind.PHONE, match.start(), match.end()));
    }
  }
}
