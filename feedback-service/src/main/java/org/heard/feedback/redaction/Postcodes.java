package org.heard.feedback.redaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;

/** Postcodes, and the half of one where somebody says that they live there. */
final class Postcodes {
  private static final String OUTWARD =
      "(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
          + "|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])";
  private static final String INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}";
  private static final Pattern POSTCODE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:GIR[ ]{0,2}0AA|"
              + OUTWARD
              + "[ \\-]{0,3}"
              + INWARD
              + ("|(?:" + OUTWARD + "[ .,:/_()\\r\\n\\-]{1,4}|[A-Z]{1,2} [0-9]{1,2} )")
              + ("(?!1st|2nd|3rd|(?-i:[04-9]th|[0-9](?:hr|ft)))" + INWARD)
              + ("|" + OUTWARD + " [0-9] (?!at|be|an|as|up|us|we|he|by|ed)[ABD-HJLNP-UW-Z]{2}")
              + ")(?![A-Za-z0-9])",
          CASE_INSENSITIVE);
  private static final Pattern PARTIAL_POSTCODE =
      Pattern.compile(
          "(?:\\b(?:post[\\s-]?code(?:\\s(?:is|area|(?:starts|begins|starting|beginning)(?:\\swith)?))?"
              + "|postal\\sarea|resident\\sof|(?:i\\sam|i['’]?m|we\\sare|we['’]re|(?:he|she)(?:\\sis|['’]s))\\sfrom|(?:live|lives|lived|living|reside|stay|staying|home|house|flat|based)"
              + "(?:\\s\\p{L}{1,12}){0,2}(?:\\s(?:in|at|near|from)|(?=\\s\\())|(?:come|came|travel|travelled|moved|drive|drove|way)"
              + "\\s(?:in\\s)?(?:from|to))\\s?[:=(]?\\s?(?:the\\s)?|(?=\\p{L}{1,2}[0-9]{1,2}\\p{L}?\\spost[\\s-]?code))("
              + OUTWARD
              + ")(?![A-Za-z0-9])",
          CASE_INSENSITIVE);

  private Postcodes() {}

  static void find(String folded, Signs signs, List<Found> found) {
    if (signs.postcode()) {
      Found.collect(POSTCODE, 0, folded, IdentifierKind.POSTCODE, found);
    }
    if (signs.partialPostcode()) {
      Found.collect(PARTIAL_POSTCODE, 1, folded, IdentifierKind.POSTCODE, found);
    }
  }
}
