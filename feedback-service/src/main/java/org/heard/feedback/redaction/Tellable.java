package org.heard.feedback.redaction;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.heard.feedback.redaction.Redaction.Removed;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells which of the names that were taken for those of staff may be told: those that the words
 * around them show to be of somebody who cares for others ({@link Carer}), and that nothing makes a
 * patient's or a visitor's: "Mr Evans in bed 2 was lovely". The others keep their token, and nobody
 * is told them. Looked at for that is the clause that a name stands in, and the next one if it goes
 * on about the same person.
 */
final class Tellable {
  /** Only below this probability of being somebody else's is a name told. */
  static final double TOLD_BELOW = 0.1;

  /** "Mr Evans in the bed by the window", and not farther. */
  private static final int NEAR = 5;

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
          "roommate",
          "shared",
          "company",
          "visit",
          "visits",
          "visited");
  private static final Set<String> LYING = Set.of("bed", "bay", "cubicle", "trolley", "room");
  private static final Set<String> PEOPLE =
      Set.of("lady", "ladies", "man", "men", "woman", "women", "gentleman", "gentlemen", "people");
  private static final Set<String> NEXT = Set.of("to", "door", "bed", "bay", "cubicle", "room");
  private static final Set<String> HOURS = Set.of("hour", "hours", "time", "times");
  private static final Set<String> SITTING = Set.of("sat", "sit", "sitting", "stood", "knelt");
  private static final Set<String> SAME_PERSON =
      Set.of("he", "she", "him", "her", "his", "hers", "himself", "herself");
  private static final Set<String> SUBJECTS = Set.of("pronoun", "article", "possessive");
  private static final Set<String> NOT_A_PATIENT = Set.of("and", "role", "good");
  private static final Set<String> OTHER_PATIENTS =
      Set.of("other", "elderly", "old", "older", "young", "male", "female", "confused", "dementia");

  private final Words words;
  private final NameCues cues;
  private final Around around;
  private final Cared cared;
  private final Carer carer;

  /** By word, the number of its clause. */
  private final int[] clauses;

  /** By clause, whether it speaks of patients, beds or visitors. */
  private final boolean[] ofOthers;

  /** One text. */
  private Tellable(Words words, NameCues cues, List<Removed> taken) {
    this.words = words;
    this.cues = cues;
    around = new Around(words, taken);
    cared = new Cared(around);
    carer = new Carer(around);
    clauses = clauses();
    ofOthers = ofOthers();
  }

  /** Says which names in a text are shown to be those of staff, and which could be of others. */
  static void judge(Words words, NameCues cues, List<Removed> taken, NameTokens tokens) {
    Tellable names = new Tellable(words, cues, taken);
    for (int i = 0; i < words.size(); i++) {
      if (names.around.isStaff(i) && names.around.first(i) == i) {
        names.judge(i, tokens);
      }
    }
  }

  private void judge(int first, NameTokens tokens) {
    String token = around.removed(first).token();
    int next = around.behind(first);
    boolean profession = around.isJoined(first) && around.is("profession", first - 1);
    if (cared.isNamedPatient(first, next)) {
      tokens.withhold(token);
    } else if (profession && !SomebodysNurse.is(around, first, next)) {
      tokens.vouch(token);
    } else if (profession
        || isOfOthersWithin(first, next)
        || isRelated(first, next)
        || cared.isFor(first, next)) {
      tokens.withhold(token);
    } else if (carer.isOfStaff(first, next)) {
      tokens.vouch(token);
    } else {
      if (carer.isShown(first, next)) {
        tokens.show(token);
      }
      if (isDoubtful(first, next)) {
        tokens.doubt(token);
      }
    }
  }

  private boolean isOfOthersWithin(int first, int next) {
    return IntStream.range(first, next).anyMatch(place -> ofOthers[clauses[place]]);
  }

  private boolean isDoubtful(int first, int next) {
    return IntStream.range(first, next)
        .mapToDouble(
            place -> NameWeights.SHIPPED.probability(NameWeights.PERSON, cues.ofRole(place)))
        .anyMatch(person -> person >= TOLD_BELOW);
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
    String group = around.context(place);
    return verb
        && (group.equals("and") || group.equals("but"))
        && !around.plain(place).equals("as")
        && place + 1 < words.size()
        && (around.removed(place + 1) != null
            || SUBJECTS.contains(around.context(place + 1))
            || NameCues.INTRODUCING.contains(around.context(place + 1)));
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
    if (around.removed(place) != null) {
      return around.removed(place).kind() == IdentifierKind.BED;
    }
    return switch (plain) {
      case "rest" -> around.plain(place - 1).equals("god");
      case "visiting" -> !HOURS.contains(around.plain(place + 1));
      case "next" ->
          NEXT.contains(around.plain(place + 1)) && !SITTING.contains(around.plain(place - 1));
      case "passed" -> around.plain(place + 1).equals("away");
      case "patient" -> isPatient(place);
      case "patients" ->
          around.plain(place - 1).equals("other") || around.plain(place - 2).equals("of");
      default -> OTHERS.contains(plain) || (LYING.contains(plain) && isWhereSomebodyIs(place));
    };
  }

  /** "A patient", "the other patient", and neither "so patient" nor "a patient and kind nurse". */
  private boolean isPatient(int place) {
    boolean counted =
        around.context(place - 1).equals("article")
            || OTHER_PATIENTS.contains(around.plain(place - 1));
    boolean described =
        place + 1 < words.size()
            && words.get(place + 1).before() == Gap.NONE
            && (NOT_A_PATIENT.contains(around.context(place + 1))
                || around.is("profession", place + 1));
    return counted && !described;
  }

  /** "Sheila in the bed by the window", unlike "Sheila made the bed". */
  private boolean isWhereSomebodyIs(int place) {
    for (int i = place - 1; i > 0 && i > place - NEAR; i--) {
      boolean there = around.context(i).equals("place") || around.plain(i).equals("from");
      if ((there && around.isStaff(i - 1)) || PEOPLE.contains(around.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /** "My husband Tom", "Tom, my husband", "Tom is my husband". */
  private boolean isRelated(int first, int behind) {
    int next = behind;
    if (around.context(next).equals("be")) {
      next++;
    }
    if (around.isDetermining(next)) {
      next++;
    }
    return isRelation(first - 1) || isRelation(next);
  }

  private boolean isRelation(int place) {
    return around.context(place).equals("relation");
  }
}
