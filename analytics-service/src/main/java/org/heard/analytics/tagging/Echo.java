package org.heard.analytics.tagging;

import java.util.List;
import java.util.stream.IntStream;

/**
 * "Care? What care.": what was named is missed, bitterly as a rule, and for a person to judge
 * (taxonomy 2.7, case 16).
 *
 * @param from its first word
 * @param to one past its last word
 */
record Echo(int from, int to) {

  /** "That is what is great", "told you what you needed": these name nothing. */
  private static final WordSet NAMES_NOTHING =
      WordSet.of(
          "is", "was", "are", "were", "it", "that", "this", "do", "does", "did", "i", "me", "my",
          "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "they", "them",
          "their");

  /** All of a comment. */
  static List<Echo> in(Words words) {
    return IntStream.range(1, words.size() - 1)
        .filter(i -> words.word(i).equals("what"))
        .filter(i -> words.word(i - 1).equals(words.word(i + 1)))
        .filter(i -> !NAMES_NOTHING.contains(words.word(i - 1)))
        .mapToObj(i -> new Echo(i - 1, i + 2))
        .toList();
  }

  /** Whether one of its words is among these. */
  boolean meets(int first, int end) {
    return first < to && from < end;
  }
}
