package org.heard.feedback.redaction;

import java.util.List;
import java.util.Set;
import org.heard.feedback.redaction.Redaction.Removed;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells which names that were taken for those of staff could be a patient's or a visitor's all the
 * same: "Mr Evans in bed 2 was lovely". They keep their token, and nobody is told them. Looked at
 * is the clause that a name stands in, and the next one if it goes on about the same person.
 */
final class Tellable {
  /** Only below this probability of being somebody else's is a name told. */
  static final double TOLD_BELOW = 0.1;

  /** "Mr Evans in the bed by the window", and not farther. */
  private static final int NEAR = 5;

  /** Whoever is called so works there, in whatever bed the rest of the clause is. */
  private static final Set<String> PROFESSIONS =
      Set.of(
          "nurse",
          "dr",
          "doctor",
          "matron",
          "prof",
          "professor",
          "consultant",
          "surgeon",
          "registrar",
          "midwife",
          "hca",
          "physio",
          "physiotherapist",
          "anaesthetist",
          "paramedic",
          "radiographer");

  private static final Set<String> OTHERS =
      Set.of(
          "fellow",
          "neighbour",
          "neighbours",
          "neighbor",
          "visitor",
          "visitors",
          "opposite",
          "died",
          "dying",
          "deceased",
          "roommate");
  private static final Set<String> LYING = Set.of("bed", "bay", "cubicle", "trolley", "room");
  private static final Set<String> PEOPLE =
      Set.of("lady", "ladies", "man", "men", "woman", "women", "gentleman", "gentlemen", "people");
  private static final Set<String> NEXT = Set.of("to", "door", "bed", "bay", "cubicle", "room");
  private static final Set<String> SITTING = Set.of("sat", "sit", "sitting", "stood", "knelt");
  private static final Set<String> SAME_PERSON =
      Set.of("he", "she", "him", "her", "his", "hers", "himself", "herself");
  private static final Set<String> SUBJECTS = Set.of("pronoun", "article", "possessive");
  private static final Set<String> OF_SOMEBODY = Set.of("article", "possessive");
  private static final Set<String> NOT_A_PATIENT = Set.of("and", "role", "good");
  private static final Set<String> OTHER_PATIENTS =
      Set.of("other", "elderly", "old", "older", "young", "male", "female", "confused", "dementia");

  private final Words words;
  private final NameCues cues;
  private final Cared cared;

  /** By word, what was taken out with it; null where it stays. */
  private final Removed[] removed;

  /** By word, the number of its clause. */
  private final int[] clauses;

  /** By clause, whether it speaks of patients, beds or visitors. */
  private final boolean[] ofOthers;

  /** One text. */
  private Tellable(Words words, NameCues cues, List<Removed> taken) {
    this.words = words;
    this.cues = cues;
    cared = new Cared(words);
    removed = new Removed[words.size()];
    for (int i = 0; i < removed.length; i++) {
      Word word = words.get(i);
      for (Removed each : taken) {
        if (each.start() < word.end() && word.start() < each.end()) {
          removed[i] = each;
        }
      }
    }
    clauses = clauses();
    ofOthers = ofOthers();
  }

  /** Says which names in a text could be those of others, and which are those of staff. */
  static void judge(Words words, NameCues cues, List<Removed> taken, NameTokens tokens) {
    Tellable names = new Tellable(words, cues, taken);
    for (int i = 0; i < words.size(); i++) {
      if (names.isStaff(i)) {
        names.judge(i, tokens);
      }
    }
  }

  private void judge(int place, NameTokens tokens) {
    String token = removed[place].token();
    int first = place;
    while (first > 0 && removed[place].equals(removed[first - 1])) {
      first--;
    }
    int next = behind(first);
    boolean professional = isProfessional(first) && !cared.isOfSomebodysNurse(first, next);
    if (cared.isNamedPatient(first, next)) {
      tokens.withhold(token);
    } else if (professional) {
      tokens.vouch(token);
    } else if (ofOthers[clauses[place]]
        || isRelated(first)
        || isProfessional(first)
        || cared.isFor(first, next)) {
      tokens.withhold(token);
    } else if (NameWeights.SHIPPED.probability(NameWeights.PERSON, cues.ofRole(place))
        >= TOLD_BELOW) {
      tokens.doubt(token);
    }
  }

  private boolean isStaff(int place) {
    return removed[place] != null && removed[place].kind() == IdentifierKind.STAFF;
  }

  private boolean isProfessional(int first) {
    return first > 0
        && words.get(first).before() == Gap.NONE
        && PROFESSIONS.contains(plain(first - 1));
  }

  private int[] clauses() {
    int[] numbers = new int[words.size()];
    int clause = 0;
    boolean verb = false;
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0 && begins(i, verb)) {
        clause++;
        verb = false;
      }
      verb |= words.tellOf(i, FullNames.ACTING);
      numbers[i] = clause;
    }
    return numbers;
  }

  /** Whether a clause begins: the one before has a verb, and this one somebody of its own. */
  private boolean begins(int place, boolean verb) {
    if (words.get(place).before() == Gap.START) {
      return true;
    }
    String group = context(place);
    return verb
        && (group.equals("and") || group.equals("but"))
        && !plain(place).equals("as")
        && place + 1 < words.size()
        && (removed[place + 1] != null
            || SUBJECTS.contains(context(place + 1))
            || NameCues.INTRODUCING.contains(context(place + 1)));
  }

  private boolean[] ofOthers() {
    int count = clauses.length == 0 ? 0 : clauses[clauses.length - 1] + 1;
    boolean[] others = new boolean[count];
    boolean[] goesOn = new boolean[count];
    for (int i = 0; i < clauses.length; i++) {
      others[clauses[i]] |= isOfOthers(i);
      goesOn[clauses[i]] |= SAME_PERSON.contains(words.get(i).plain());
    }
    for (int clause = count - 1; clause > 0; clause--) {
      others[clause - 1] |= others[clause] && goesOn[clause];
    }
    return others;
  }

  private boolean isOfOthers(int place) {
    String plain = words.get(place).plain();
    if (removed[place] != null) {
      return removed[place].kind() == IdentifierKind.BED;
    }
    return switch (plain) {
      case "next" -> NEXT.contains(plain(place + 1)) && !SITTING.contains(plain(place - 1));
      case "passed" -> plain(place + 1).equals("away");
      case "patient" -> isPatient(place);
      case "patients" -> plain(place - 1).equals("other") || plain(place - 2).equals("of");
      default -> OTHERS.contains(plain) || (LYING.contains(plain) && isWhereSomebodyIs(place));
    };
  }

  /** "A patient", "the other patient", and neither "so patient" nor "a patient and kind nurse". */
  private boolean isPatient(int place) {
    boolean counted =
        context(place - 1).equals("article") || OTHER_PATIENTS.contains(plain(place - 1));
    boolean described =
        place + 1 < words.size()
            && words.get(place + 1).before() == Gap.NONE
            && (NOT_A_PATIENT.contains(context(place + 1))
                || PROFESSIONS.contains(plain(place + 1)));
    return counted && !described;
  }

  /** "Sheila in the bed by the window", unlike "Sheila made the bed". */
  private boolean isWhereSomebodyIs(int place) {
    for (int i = place - 1; i > 0 && i > place - NEAR; i--) {
      boolean there = context(i).equals("place") || plain(i).equals("from");
      if ((there && isStaff(i - 1)) || PEOPLE.contains(plain(i))) {
        return true;
      }
    }
    return false;
  }

  /** "My husband Tom", "Tom, my husband", "Tom is my husband", "Tom's wife". */
  private boolean isRelated(int first) {
    int next = behind(first);
    if (context(next).equals("be")) {
      next++;
    }
    if (OF_SOMEBODY.contains(context(next))) {
      next++;
    }
    return isRelation(first - 1) || isRelation(next);
  }

  /** The word behind a name. */
  private int behind(int first) {
    int next = first;
    while (next < words.size() && removed[first].equals(removed[next])) {
      next++;
    }
    return next;
  }

  private boolean isRelation(int place) {
    return context(place).equals("relation");
  }

  private String context(int place) {
    return String.valueOf(NameLexicon.context(plain(place)));
  }

  private String plain(int place) {
    return place >= 0 && place < words.size() ? words.get(place).plain() : "";
  }
}
