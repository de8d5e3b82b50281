package org.heard.feedback.redaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers of hospitals, cases, records and the like, and what else is a number of somebody. */
final class CalledNumbers {
  private static final Pattern CALLED_NUMBER =
      Pattern.compile(
          "\\b(?:(?:hospital|hosp|unit|case|patient|record|reference|ref|mrn|crn|k|district|datix)"
              + "\\s?(?:no|num|number|id|ref|reference)?|mrn|crn|nino|ni number|national insurance"
              + "(?: number| no)?)\\b\\.?(?:\\s?(?:is|was|:|#|=|-)){0,2}\\s?"
              + "((?=[a-z0-9/\\-]{0,10}[0-9]{3})[a-z0-9][a-z0-9/\\-]{3,14})(?![a-z0-9])",
          CASE_INSENSITIVE);
  private static final String NUMBER_WORD = "(?:no|num|number|id|ref|reference|#)";

  /** One that is said to be a number may have gaps. */
  private static final Pattern CALLED_NUMBER_WITH_GAPS =
      Pattern.compile(
          "\\b(?:(?:hospital|hosp|unit|case|patient|record|reference|district|datix|pas|wristband|band"
              + "|complaint|episode|k)[\\s.]{0,2}"
              + NUMBER_WORD
              + "|mrn|crn|ref|reference)(?![\\p{L}])(?:[\\s.:#=(,-]|is\\b|was\\b){0,4}"
              + "([a-z]{0,3}(?:[ ./_-]{0,2}[0-9]){2}(?:[ .,/_-]?[0-9]){2,10})(?![a-z0-9])",
          CASE_INSENSITIVE);

  private static final Pattern NUMBER_CALLED_AFTER =
      Pattern.compile(
          "(?<![\\p{L}0-9£])([a-z]{0,2}[0-9]{5,9})[\\s,(-]{1,3}(?:is\\s|was\\s)?(?:(?:my|the|his|her)\\s)?"
              + "(?:hospital|hosp|patient|case|unit|record|mrn|crn)[\\s.]{0,2}(?:no|num|number|id|\\))",
          CASE_INSENSITIVE);
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z£$€.,])[0-9]{7,20}(?![0-9A-Za-z])");

  /** National Insurance numbers (HMRC, NIM39110). */
  private static final Pattern NATIONAL_INSURANCE =
      Pattern.compile(
          "(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z]\\s?[A-CEGHJ-NPR-TW-Z](?:[ .,/_\\-\\r\\n]{0,2}[0-9]){6}"
              + "[ .,/_\\-\\r\\n]{0,2}[A-D](?![A-Z0-9])",
          CASE_INSENSITIVE);

  /** A trust's own numbers. */
  private final List<Pattern> own;

  CalledNumbers(List<Pattern> own) {
    this.own = List.copyOf(own);
  }

  void find(String folded, Signs signs, List<Found> found) {
    if (!signs.digits(1)) {
      // Most comments hold none; a trust's own pattern is tried on those that do.
      return;
    }
    if (signs.number(3)) {
      Found.collect(CALLED_NUMBER, 1, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    if (signs.digits(4)) {
      Found.collect(CALLED_NUMBER_WITH_GAPS, 1, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    if (signs.number(5)) {
      Found.collect(NUMBER_CALLED_AFTER, 1, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    if (signs.number(7)) {
      collectLong(folded, found);
    }
    if (signs.digits(6)) {
      Found.collect(NATIONAL_INSURANCE, 0, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    for (Pattern each : own) {
      Found.collect(each, 0, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
  }

  /** Digits in a row that are not told to be a telephone number. */
  private static void collectLong(String folded, List<Found> found) {
    List<Found> all = new ArrayList<>();
    Found.collect(LONG_NUMBER, 0, folded, IdentifierKind.HOSPITAL_NUMBER, all);
    all.removeIf(number -> found.stream().anyMatch(phone -> isPhone(phone, number)));
    found.addAll(all);
  }

  private static boolean isPhone(Found phone, Found number) {
    return phone.kind() == IdentifierKind.PHONE
        && phone.start() <= number.start()
        && number.end() <= phone.end();
  }
}
