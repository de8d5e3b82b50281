package org.heard.local.demo;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of {@code phrases.txt}.
 *
 * @param text with slots and choices still in it
 * @param kinds of wards it fits; none: all
 * @param fewWords stands alone or in a list, no sentence
 * @param rare said a quarter as often
 * @param relative only a relative writes it
 */
record Phrase(String text, Set<String> kinds, boolean fewWords, boolean rare, boolean relative) {

  private static final Pattern SELF =
      Pattern.compile("\\b(?:I|me|my|My|myself|mine)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern HE =
      Pattern.compile("\\b(?:he|him|his|himself|dad|father|husband)\\b");
  private static final Pattern SHE =
      Pattern.compile("\\b(?:she|her|herself|mum|Mum|mother|wife|nan|sister)\\b");

  /** Whether this person, on this ward, would say it. */
  boolean fits(Writer.Kind writer) {
    if (!kinds.isEmpty() && kinds.stream().noneMatch(writer.wards()::contains)) {
      return false;
    }
    if (!writer.relative()) {
      return !relative;
    }
    if (!relative) {
      return !SELF.matcher(text).find();
    }
    return !(writer.aboutHer() ? HE : SHE).matcher(text).find();
  }
}
