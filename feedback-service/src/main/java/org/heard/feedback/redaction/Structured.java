package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds identifiers that have a form, a class for each kind. A doubtful case goes: a removed ward
 * extension costs a word, a kept telephone number names a person.
 */
final class Structured {
  private final CalledNumbers calledNumbers;

  /**
   * @param hospitalNumbers a trust's own numbers
   */
  Structured(List<Pattern> hospitalNumbers) {
    calledNumbers = new CalledNumbers(hospitalNumbers);
  }

  /** What is found in a text whose look-alike characters were made plain, in no order. */
  List<Found> find(String folded) {
    return find(folded, Signs.of(folded));
  }

  /** The same; what the text shows no sign of is not looked for. */
  List<Found> find(String folded, Signs signs) {
    List<Found> found = new ArrayList<>();
    Addresses.find(folded, signs, found);
    NhsNumbers.find(folded, signs, found);
    Phones.find(folded, signs, found);
    Postcodes.find(folded, signs, found);
    Streets.find(folded, signs, found);
    calledNumbers.find(folded, signs, found);
    Days.find(folded, signs, found);
    Beds.find(folded, signs, found);
    return found;
  }
}
