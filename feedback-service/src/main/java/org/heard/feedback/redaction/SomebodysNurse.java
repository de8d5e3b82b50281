package org.heard.feedback.redaction;

import java.util.Set;

/**
 * Tells "the nurse Sheila liked best was lovely" from "the nurse Sheila was lovely": behind a
 * profession stands the name of whoever had that nurse, if two verbs follow and nothing stands
 * between that gives the second one a subject of its own.
 */
final class SomebodysNurse {
  private static final Set<String> TOLD =
      Set.of("told", "tell", "asked", "ask", "informed", "called", "rang");
  private static final Set<String> HAD = Set.of("had", "saw", "needed", "got");

  /** Behind another auxiliary these are of a clause of their own: "the nurse Tom has is". */
  private static final Set<String> IS = Set.of("is", "was", "are", "were");

  private static final Set<String> THEIR = Set.of("his", "her", "their");
  private static final Set<String> PLACED = Set.of("in", "on", "at", "having", "waiting");
  private static final Set<String> FINITE = Set.of("be", "have", "did", "thanks");

  /** Behind one of these the second verb is of somebody or something else. */
  private static final Set<String> SUBJECTS =
      Set.of("and", "but", "pronoun", "possessive", "relation", "role", "title", "called");

  private static final Set<String> CLAUSES =
      Set.of("that", "what", "how", "why", "where", "everything", "which", "after", "before");
  private static final Set<String> LEADING = Set.of("by", "place");

  /** "The nurse Sheila had on that first night was". */
  private static final int FAR = 6;

  /** Of what somebody is. */
  private static final int MOST_WORDS = 3;

  private SomebodysNurse() {}

  /**
   * Whether the name is not that of the nurse before it.
   *
   * @param first word of the name, behind a profession
   * @param next word behind it
   */
  static boolean is(Around around, int first, int next) {
    int article = article(around, first - 1);
    if (article < 0 || !around.isJoined(next)) {
      return false;
    }
    boolean told = TOLD.contains(around.plain(article - 1)) && isFinite(around, next);
    boolean placed = isBe(around, next) && PLACED.contains(around.plain(next + 1));
    boolean had = HAD.contains(around.plain(next)) && !isObject(around, next + 1);
    return told || placed || had || hasTwoVerbs(around, next);
  }

  /** Where "the nurse", "the care assistant" or "my lovely student nurse" begins, or -1. */
  private static int article(Around around, int role) {
    for (int i = role; i > role - MOST_WORDS && around.isJoined(i); i--) {
      if (around.isDetermining(i - 1)) {
        return i - 1;
      }
    }
    return -1;
  }

  private static boolean isBe(Around around, int place) {
    return around.context(place).equals("be");
  }

  private static boolean isObject(Around around, int place) {
    return around.isJoined(place)
        && (around.context(place).equals("pronoun") || around.context(place).equals("possessive"));
  }

  private static boolean hasTwoVerbs(Around around, int next) {
    int verb = around.behindAdverbs(next, 2);
    if (!isVerb(around, verb)) {
      return false;
    }
    boolean auxiliary = isAuxiliary(around, verb);
    int last = verb;
    while (auxiliary && isAuxiliary(around, last + 1) && !IS.contains(around.plain(last + 1))) {
      last++;
    }
    for (int i = last + 1; i < last + FAR && around.isJoined(i); i++) {
      boolean own = i == verb + 1 && THEIR.contains(around.plain(i));
      if (!own && isSubject(around, i)) {
        return false;
      }
      boolean second = isAuxiliary(around, i) || (!auxiliary && around.context(i).equals("did"));
      if (second && !around.plain(i).startsWith("be")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSubject(Around around, int place) {
    return around.removed(place) != null
        || SUBJECTS.contains(around.context(place))
        || CLAUSES.contains(around.plain(place))
        || (around.context(place).equals("article")
            && !LEADING.contains(around.context(place - 1)));
  }

  /** Any word of the language that could be a verb: "loves", "trusted", "was". */
  private static boolean isVerb(Around around, int place) {
    String plain = around.plain(place);
    boolean known = NameLexicon.isKnown(plain) && !around.words().get(place).capital();
    return around.isJoined(place)
        && (isFinite(around, place) || (known && plain.endsWith("s") && !plain.endsWith("ss")));
  }

  private static boolean isFinite(Around around, int place) {
    return around.isJoined(place)
        && !around.isAdverb(place)
        && (FINITE.contains(around.context(place)) || around.plain(place).endsWith("ed"));
  }

  private static boolean isAuxiliary(Around around, int place) {
    String context = around.context(place);
    return !around.isAdverb(place) && (context.equals("be") || context.equals("have"));
  }
}
