package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells whether what is said of a name, or of a list of names, right behind it is what is said of
 * those who care for others: "was so kind to me", "listened", "held my hand", "is a star".
 */
final class Conduct {
  private static final int ADVERBS = 3;
  private static final int INTENSIFIERS = 4;

  /** "Brought me in for the scan". */
  private static final int FAR = 6;

  private static final Set<String> SHORTENED = Set.of("couldn't", "could", "can't", "cannot", "couldnt");
  private static final Set<String> MORE =
      Set.of("more", "enough", "kinder", "nicer", "better", "helpful");

  private final Around around;

  Conduct(Around around) {
    this.around = around;
  }

  /**
   * Whether it is.
   *
   * @param next word behind the name or the list
   */
  boolean isShown(int next) {
    if (around.gap(next) == Gap.COLON || around.gap(next) == Gap.DASH) {
      return isAdjective(next);
    }
    int place = next;
    if (around.plain(place).equals("who")
        && (around.gap(place) == Gap.COMMA || around.isJoined(place))) {
      place++;
    } else if (!around.isJoined(place)) {
      return false;
    }
    int verb = around.behindAdverbs(place, ADVERBS);
    if (!around.isJoined(verb)) {
      return false;
    }
    if (SHORTENED.contains(around.plain(verb))) {
      return isUnsurpassed(verb) || isPhrase(verb);
    }
    return isBeing(verb) || isDoing(verb) || isPhrase(verb) || isVerbless(next);
  }

  private boolean isPhrase(int verb) {
    if (!around.isPhrase("care-phrase", verb)) {
      return false;
    }
    String second = around.plain(verb + 1);
    boolean cares = second.equals("after") || second.equals("for");
    return !cares || around.is("cared-object", verb + 2) || around.isName(verb + 2);
  }

  /** "Could not do enough", "couldn't have been kinder". */
  private boolean isUnsurpassed(int verb) {
    for (int i = verb + 1; i < verb + FAR && around.isJoined(i); i++) {
      if (MORE.contains(around.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Jo lovely", and nothing else. */
  private boolean isVerbless(int next) {
    int what = around.behindAdverbs(next, INTENSIFIERS);
    return around.follows("conduct", what) && !around.isJoined(what + 1);
  }

  private boolean isBeing(int verb) {
    int be = verb;
    if (around.context(be).equals("have") && around.plain(be + 1).equals("been")) {
      be++;
    }
    if (!around.is("be", be)) {
      return false;
    }
    return isAdjective(be + 1) || isHonour(be + 1);
  }

  /** "So very kind to me"; "great company" is a neighbour's. */
  private boolean isAdjective(int place) {
    int what = place;
    while (what < place + INTENSIFIERS && around.isAdverb(what)) {
      what++;
    }
    return around.is("conduct", what)
        && (!around.isJoined(what + 1)
            || around.is("after-conduct", what + 1)
            || around.isAdverb(what + 1));
  }

  /** "Such a star", "an absolute credit", "a lovely, lovely nurse". */
  private boolean isHonour(int place) {
    int what = around.behindAdverbs(place, 2);
    if (!around.isDetermining(what)) {
      return false;
    }
    for (int i = what + 1; i < what + 1 + INTENSIFIERS && around.gap(i) != Gap.START; i++) {
      if (around.is("honour", i) || around.is("profession", i) || around.is("role", i)) {
        return !around.isOwner(i);
      }
    }
    return false;
  }

  /** "Listened", "held my hand", "came to see me"; not "brought me grapes". */
  private boolean isDoing(int verb) {
    if (around.is("does", verb)) {
      return true;
    }
    if (!around.is("does-to", verb) || around.comes("brought-by-visitors", verb + 1, FAR)) {
      return false;
    }
    int object = around.behindAdverbs(verb + 1, 2);
    object += around.follows("towards", object) ? 1 : 0;
    return around.follows("cared-object", object) || isStaffedName(object);
  }

  /** "Helped [PERSON]". */
  private boolean isStaffedName(int place) {
    return around.isName(place) && !around.isStaff(place);
  }
}
