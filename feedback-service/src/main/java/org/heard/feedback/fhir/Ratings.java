package org.heard.feedback.fhir;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Coding;

/** The codes of the Friends and Family Test and NHS England's words for them. */
final class Ratings {
  /** A rating that is none, for the reader of all doors to refuse. */
  static final int NONE = 0;

  /** In the order of their codes, from 1; apostrophes left out. */
  private static final List<String> WORDS =
      List.of("very good", "good", "neither good nor poor", "poor", "very poor", "dont know");

  private Ratings() {}

  /** The rating that a coding's code is. */
  static int of(Coding coding) {
    String code = coding.hasCode() ? coding.getCode() : "";
    return code.matches("[1-6]") ? Integer.parseInt(code) : NONE;
  }

  /** Whether what was shown are the words for another code: some forms count from the other end. */
  static boolean contradicts(Coding coding, int rating) {
    if (rating == NONE || !coding.hasDisplay()) {
      return false;
    }
    String shown = coding.getDisplay().strip().toLowerCase(Locale.ROOT).replaceAll("['’]", "");
    return WORDS.contains(shown) && WORDS.indexOf(shown) != rating - 1;
  }
}
