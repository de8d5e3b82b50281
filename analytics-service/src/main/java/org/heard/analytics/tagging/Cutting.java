package org.heard.analytics.tagging;

/** The words at which a comment is cut into clauses and units. */
final class Cutting {

  /** What follows speaks against what came before. */
  static final WordSet CONTRAST =
      WordSet.of(
          "but",
          "except",
          "however",
          "though",
          "although",
          "yet",
          "whereas",
          "unfortunately",
          "apart",
          "otherwise",
          "tho",
          "besides");

  static final WordSet CONJUNCTIONS =
      WordSet.of(
          "and", "n", "because", "cos", "so", "which", "who", "when", "while", "plus", "also",
          "then", "until", "since");

  private static final WordSet SHIFT = WordSet.of("day", "days", "night", "nights", "weekend");
  private static final WordSet SHIFT_HEAD = WordSet.of("staff", "nurse*", "shift*", "team", "time");

  private Cutting() {}

  /** Whether two words begin the part about another shift ("night staff", "day team"). */
  static boolean opensShift(String word, String next) {
    return SHIFT.contains(word) && SHIFT_HEAD.contains(next);
  }
}
