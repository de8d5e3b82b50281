package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells by the words right before and behind a name whether it is that of somebody who is cared
 * for, and not of somebody who cares: "so kind to Sheila", "Mrs Evans had excellent care", "the
 * late Mr Evans". Errs towards it: such a name is told to nobody.
 */
final class Cared {
  private static final Set<String> TOWARDS = Set.of("to", "with", "towards", "toward");
  private static final Set<String> OF = Set.of("of", "for", "after");
  private static final Set<String> BESIDE = Set.of("beside", "across", "alongside", "opposite");
  private static final Set<String> ADDRESSED = Set.of("mr", "mrs", "ms", "miss", "mx");
  private static final Set<String> ME = Set.of("me", "us", "my", "our");
  private static final Set<String> WANTING = Set.of("wants", "wanted", "wishes", "wish", "like");
  private static final Set<String> THANKING = Set.of("thank", "say", "express", "pass");

  /** "Had an absolutely wonderful and very safe stay". */
  private static final int FAR = 7;

  /** "Had a bad stroke". */
  private static final int NEAR = 3;

  private static final int ADVERBS = 4;

  private final Around around;

  Cared(Around around) {
    this.around = around;
  }

  /**
   * Whether somebody is cared for, or lies beside who writes.
   *
   * @param first word of the name
   * @param next word behind it
   */
  boolean isFor(int first, int next) {
    int before = ADDRESSED.contains(around.plain(first - 1)) ? first - 2 : first - 1;
    return isDoneTo(before)
        || isLateOrOld(before)
        || isOwned(next)
        || isWhatHappens(next)
        || isBeside(next)
        || around.plain(next).equals("aged")
        || isWriting(first, next);
  }

  /** "Mr Evans, a patient here", whatever stands before it; "the patient Mr Evans". */
  boolean isNamedPatient(int first, int next) {
    boolean called =
        around.plain(next + 1).equals("patient")
            && (around.plain(next).equals("a") || around.plain(next).equals("the"))
            && around.gap(next) == Gap.COMMA;
    return called
        || (ADDRESSED.contains(around.plain(first - 1))
            && around.plain(first - 2).equals("patient"));
  }

  private boolean isDoneTo(int before) {
    return around.is("done-to", before)
        || (TOWARDS.contains(around.plain(before)) && around.is("kind-to", before - 1))
        || (OF.contains(around.plain(before)) && around.is("caring", before - 1));
  }

  private boolean isLateOrOld(int before) {
    String plain = around.plain(before);
    return plain.equals("poor")
        || plain.equals("little")
        || (plain.equals("sister") && around.context(before - 1).equals("possessive"))
        || (plain.equals("old") && around.plain(before - 1).equals("dear"))
        || (plain.equals("late") && around.isDetermining(before - 1))
        || (around.is("person", before) && around.is("old", before - 1));
  }

  /** "Mr Evans's stay", "Tom's wonderful family"; and not "Jo's care of me". */
  private boolean isOwned(int next) {
    if (!around.isOwner(next - 1) || !around.isJoined(next)) {
      return false;
    }
    int what = next;
    while (what < next + 2 && (around.isAdverb(what) || around.is("conduct", what))) {
      what++;
    }
    boolean ofMine = OF.contains(around.plain(what + 1)) && ME.contains(around.plain(what + 2));
    return (around.is("owned", what) && !ofMine) || around.context(what).equals("relation");
  }

  private boolean isWhatHappens(int next) {
    int verb = around.behindAdverbs(next, ADVERBS);
    if (around.is("one-cared-for", verb)) {
      return true;
    }
    if (around.is("have", verb) && isHad(verb)) {
      return true;
    }
    if (around.plain(verb).equals("passed")) {
      return !around.isJoined(verb + 1) || around.is("passing", verb + 1);
    }
    return isBe(verb) ? isDone(verb) : isThanking(verb);
  }

  /** "Had the best of care", "has had several operations", "got lovely care", "has been ill". */
  private boolean isHad(int verb) {
    int next = around.behindAdverbs(verb + 1, ADVERBS);
    if (around.is("happened", next) && !isBe(next)) {
      return true;
    }
    if (isBe(next)) {
      return isDone(next);
    }
    for (int i = next; i < next + FAR && around.isJoined(i); i++) {
      if (around.context(i).equals("pronoun")) {
        return false;
      }
      if (around.is("undergone", i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBe(int place) {
    return around.isJoined(place) && around.context(place).equals("be");
  }

  /** "Was very well looked after", "was admitted", "is really happy with the care". */
  private boolean isDone(int be) {
    int what = around.behindAdverbs(be + 1, ADVERBS);
    if (isBe(what)) {
      return isDone(what);
    }
    if (!around.isJoined(what)) {
      return false;
    }
    if (around.is("happens", what) || around.is("state", what)) {
      return true;
    }
    if (around.is("state-unless-to", what)) {
      return !around.plain(what + 1).equals("to");
    }
    return around.is("caring", what)
        && OF.contains(around.plain(what + 1))
        && (!around.isJoined(what + 2) || around.is("cared-for-ends", what + 2));
  }

  /** "Wants to thank", "would like to say". */
  private boolean isThanking(int verb) {
    int like = around.plain(verb).equals("would") ? around.behindAdverbs(verb + 1, 2) : verb;
    return WANTING.contains(around.plain(like))
        && around.plain(like + 1).equals("to")
        && THANKING.contains(around.plain(around.behindAdverbs(like + 2, 2)));
  }

  /** "Across from me", "in the corner", "with dementia", "who had a stroke". */
  private boolean isBeside(int next) {
    int had = around.behindAdverbs(next + 1, 2);
    boolean ill = around.plain(next).equals("who") && around.is("have", had);
    return BESIDE.contains(around.plain(next))
        || around.isPhrase("near-phrase", next)
        || (around.plain(next).equals("with") && around.comes("illness", next + 1, FAR))
        || (ill && around.comes("illness", had + 1, NEAR));
  }

  /** "Doreen Evans here, the care was excellent". */
  private boolean isWriting(int first, int next) {
    return around.gap(first) == Gap.START && around.plain(next).equals("here");
  }
}
