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

  private static final Set<String> SHORTENED =
      Set.of("couldn't", "could", "can't", "cannot", "couldnt");
  private static final Set<String> MORE = Set.of("more", "enough", "better");

  private static final Set<String> ME = Set.of("me", "us", "my", "our");
  private static final Set<String> THEIR = Set.of("his", "her", "their", "in");
  private static final Set<String> PLACED = Set.of("in", "from", "on", "at");

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
    int place = behindUnit(next);
    if (isThanked(place)) {
      return true;
    }
    if (around.gap(place) == Gap.COLON || around.gap(place) == Gap.DASH) {
      return isAdjective(place) || isAddressed(place);
    }
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
    return isBeing(verb)
        || isAddressed(verb)
        || isDoing(verb)
        || isPhrase(verb)
        || isVerbless(place);
  }

  /** The place behind "in the eye clinic", "from the crisis team" or "on Ash ward". */
  private int behindUnit(int next) {
    if (!PLACED.contains(around.plain(next)) || !around.isJoined(next)) {
      return next;
    }
    if (around.context(next + 1).equals("possessive")) {
      return next;
    }
    for (int i = next + 1; i < next + FAR && around.isJoined(i); i++) {
      boolean unit = around.is("unit", i) || around.is("workplace", i);
      if (unit && !around.follows("unit", i + 1) && !around.follows("workplace", i + 1)) {
        return i + 1;
      }
      if (around.context(i).equals("be") || around.context(i).equals("and")) {
        return next;
      }
    }
    return next;
  }

  /** "Jo and Sam, thank you for being so kind." */
  private boolean isThanked(int place) {
    Gap gap = around.gap(place);
    boolean apart = gap == Gap.COMMA || gap == Gap.COLON;
    String thanks = around.plain(place);
    return apart
        && ((thanks.equals("thank") && around.plain(place + 1).equals("you"))
            || thanks.equals("thanks")
            || thanks.equals("thankyou")
            || isAddressed(place));
  }

  private boolean isPhrase(int verb) {
    if (!around.isPhrase("care-phrase", verb)) {
      return false;
    }
    String second = around.plain(verb + 1);
    boolean cares = second.equals("after") || second.equals("for");
    return !cares || around.is("cared-object", verb + 2) || around.isName(verb + 2);
  }

  /** "Could not do enough", "couldn't have been kinder"; not "couldn't be more grateful". */
  private boolean isUnsurpassed(int could) {
    boolean not = around.plain(could + 1).equals("not");
    if (!not && around.plain(could).equals("could")) {
      return false;
    }
    int verb = around.behindAdverbs(not ? could + 2 : could + 1, 2);
    verb += around.plain(verb).equals("have") ? 1 : 0;
    if (around.plain(verb).startsWith("be")) {
      return isKinder(around.plain(verb + 1).equals("any") ? verb + 2 : verb + 1);
    }
    if (!around.plain(verb).equals("do") && !around.plain(verb).equals("done") && !isDoing(verb)) {
      return false;
    }
    for (int i = verb + 1; i < verb + FAR && around.isJoined(i); i++) {
      if (MORE.contains(around.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Kinder", "more helpful", "better to me"; "better looked after" is who is cared for. */
  private boolean isKinder(int what) {
    return switch (around.plain(what)) {
      case "kinder", "nicer", "friendlier", "gentler", "lovelier", "sweeter" -> true;
      case "more" -> around.follows("conduct", what + 1);
      case "better" -> !around.isJoined(what + 1) || around.is("after-conduct", what + 1);
      default -> false;
    };
  }

  /** "Jo lovely", and nothing else. */
  private boolean isVerbless(int next) {
    int what = around.behindAdverbs(next, INTENSIFIERS);
    return around.follows("conduct", what) && !around.isJoined(what + 1);
  }

  /** "Jo you are amazing". */
  private boolean isAddressed(int place) {
    return around.plain(place).equals("you're")
        ? isAdjective(place + 1) || isHonour(place + 1)
        : around.plain(place).equals("you") && around.isJoined(place + 1) && isBeing(place + 1);
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

  /** "Such a star", "an absolute credit". */
  private boolean isHonour(int place) {
    int what = around.behindAdverbs(place, 2);
    if (!around.isDetermining(what)) {
      return false;
    }
    if (around.is("best", what + 1)) {
      return true;
    }
    for (int i = what + 1; i < what + 1 + INTENSIFIERS && around.gap(i) != Gap.START; i++) {
      if (around.is("honour", i)) {
        return true;
      }
    }
    return false;
  }

  /** "Listened", "held my hand", "came to see me"; not "brought me grapes". */
  private boolean isDoing(int verb) {
    if (around.is("does", verb)) {
      return !around.comes("profession", verb + 1, 4) && !THEIR.contains(around.plain(verb + 1));
    }
    if (!around.is("does-to", verb) || isOfVisitors(verb)) {
      return false;
    }
    int object = around.behindAdverbs(verb + 1, 2);
    object += around.follows("towards", object) ? 1 : 0;
    return around.follows("cared-object", object) || isOthersName(object) || isForMe(object);
  }

  /** "Brought me grapes", "brought me in for my scan", "got her tea". */
  private boolean isOfVisitors(int verb) {
    return around.comes("brought-by-visitors", verb + 1, FAR)
        || (around.is("carrying", verb) && around.comes("carried", verb + 1, 2));
  }

  /** "Helped Tom", who is no member of staff. */
  private boolean isOthersName(int place) {
    return around.isName(place) && !around.isStaff(place);
  }

  /** "Warmed it up for me". */
  private boolean isForMe(int object) {
    for (int i = object; i < object + FAR && around.isJoined(i); i++) {
      if (Set.of("to", "for", "with").contains(around.plain(i))) {
        return ME.contains(around.plain(i + 1));
      }
      if (around.context(i).equals("and")) {
        return false;
      }
    }
    return false;
  }
}
