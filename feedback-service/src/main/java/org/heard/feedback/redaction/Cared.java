package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells by the words right before and behind a name whether it is that of somebody who is cared
 * for, and not of somebody who cares: "so kind to Sheila", "Mrs Evans received", "the late Mr
 * Evans". Errs towards it: such a name is told to nobody.
 */
final class Cared {
  private static final Set<String> KIND =
      Set.of(
          "kind",
          "kindness",
          "lovely",
          "good",
          "great",
          "wonderful",
          "amazing",
          "brilliant",
          "fantastic",
          "excellent",
          "nice",
          "gentle",
          "caring",
          "patient",
          "attentive",
          "supportive",
          "helpful",
          "friendly",
          "compassionate",
          "respectful",
          "rude",
          "nasty",
          "horrible");
  private static final Set<String> TOWARDS = Set.of("to", "with", "towards");
  private static final Set<String> CARE =
      Set.of("care", "cares", "cared", "caring", "look", "looks", "looked", "looking", "behalf");
  private static final Set<String> OF = Set.of("of", "for", "after");
  private static final Set<String> CARED_FOR =
      Set.of(
          "kept",
          "treated",
          "treating",
          "helped",
          "helping",
          "nursed",
          "nursing",
          "washed",
          "fed",
          "saved",
          "moved",
          "visited",
          "left",
          "made",
          "got",
          "gave",
          "put",
          "took",
          "discharged");
  private static final Set<String> OF_ONE_CARED_FOR =
      Set.of("received", "receives", "died", "needed", "suffered", "fell");
  private static final Set<String> HAPPENED =
      Set.of("been", "received", "died", "passed", "dementia", "cancer", "fallen", "needed");
  private static final Set<String> TOLD =
      Set.of("told", "tell", "asked", "ask", "informed", "called", "rang");
  private static final Set<String> OF_THE_NURSE = Set.of("had", "saw", "needed", "got");
  private static final Set<String> PLACED = Set.of("in", "on", "at", "having", "waiting");
  private static final Set<String> BESIDE = Set.of("beside", "across", "alongside");
  private static final Set<String> ADDRESSED = Set.of("mr", "mrs", "ms", "miss", "mx");
  private static final Set<String> PEOPLE =
      Set.of("lady", "ladies", "gentleman", "gentlemen", "man", "woman", "boy", "girl", "chap");
  private static final Set<String> OLD = Set.of("old", "elderly", "older", "frail", "confused");

  private static final Set<String> PASSING = Set.of("away", "on", "peacefully", "last", "in");

  private final Words words;

  Cared(Words words) {
    this.words = words;
  }

  /**
   * Whether somebody is cared for, or lies beside who writes.
   *
   * @param first word of the name
   * @param next word behind it
   */
  boolean isFor(int first, int next) {
    int before = ADDRESSED.contains(plain(first - 1)) ? first - 2 : first - 1;
    return isDoneTo(before)
        || isLateOrOld(before)
        || isWhatHappens(next)
        || BESIDE.contains(plain(next))
        || isBy(next)
        || plain(next).equals("aged")
        || isWriting(first, next);
  }

  /** "Mr Evans, a patient here", whatever stands before it; "the patient Mr Evans". */
  boolean isNamedPatient(int first, int next) {
    boolean called =
        plain(next + 1).equals("patient")
            && (plain(next).equals("a") || plain(next).equals("the"))
            && words.get(next).before() == Gap.COMMA;
    return called || (ADDRESSED.contains(plain(first - 1)) && plain(first - 2).equals("patient"));
  }

  /**
   * "I told the nurse Maureen was in pain", "the nurse Sheila had": her nurse, and not her name.
   */
  boolean isOfSomebodysNurse(int first, int next) {
    String article = String.valueOf(NameLexicon.context(plain(first - 2)));
    if (!article.equals("article") && !article.equals("possessive")) {
      return false;
    }
    boolean was = plain(next).equals("was") || plain(next).equals("is");
    return was
        ? TOLD.contains(plain(first - 3)) || PLACED.contains(plain(next + 1))
        : OF_THE_NURSE.contains(plain(next));
  }

  private boolean isDoneTo(int before) {
    String plain = plain(before);
    return CARED_FOR.contains(plain)
        || (TOWARDS.contains(plain) && KIND.contains(plain(before - 1)))
        || (OF.contains(plain) && CARE.contains(plain(before - 1)));
  }

  private boolean isLateOrOld(int before) {
    return (plain(before).equals("late") && isDetermined(before))
        || (PEOPLE.contains(plain(before)) && OLD.contains(plain(before - 1)));
  }

  private boolean isDetermined(int place) {
    String context = String.valueOf(NameLexicon.context(plain(place - 1)));
    return context.equals("article") || context.equals("possessive");
  }

  private boolean isWhatHappens(int next) {
    int verb = plain(next).equals("sadly") || plain(next).equals("also") ? next + 1 : next;
    return switch (plain(verb)) {
      case "had", "has" -> HAPPENED.contains(plain(verb + 1));
      case "passed" -> isPassing(verb);
      default -> OF_ONE_CARED_FOR.contains(plain(verb));
    };
  }

  /** And not "passed me the phone". */
  private boolean isPassing(int verb) {
    return plain(verb).equals("passed")
        && (verb + 1 >= words.size()
            || words.get(verb + 1).before() != Gap.NONE
            || PASSING.contains(plain(verb + 1)));
  }

  /** "By the window", "on my left". */
  private boolean isBy(int next) {
    String third = plain(next + 2);
    return (plain(next).equals("by") && (third.equals("window") || third.equals("door")))
        || (plain(next).equals("on") && (third.equals("left") || third.equals("right")));
  }

  /** "Doreen Evans here, the care was excellent". */
  private boolean isWriting(int first, int next) {
    return words.get(first).before() == Gap.START && plain(next).equals("here");
  }

  private String plain(int place) {
    return place >= 0 && place < words.size() ? words.get(place).plain() : "";
  }
}
