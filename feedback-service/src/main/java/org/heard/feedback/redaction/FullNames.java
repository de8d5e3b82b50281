package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;
import org.heard.feedback.redaction.Word.Spelling;
import org.heard.feedback.redaction.Words.Style;

/**
 * Makes half a name whole: the surname behind a first name, and both where the first name is a word
 * besides and nothing else spoke for it ("Peter Hughes came"). Which words may follow stands in
 * {@code surnames.txt}, which first names are rather words in {@code worded-names.txt}.
 */
final class FullNames {
  /** Names of flowers, stones and virtues, which places bear, too. */
  private static final String NOUN = "noun";

  private static final Set<String> ACTING = Set.of("be", "have", "did");

  /** Before what a person's name stands, and no verb. */
  private static final Set<String> BEFORE_NAMES =
      Set.of("by", "be", "called", "title", "role", "relation", "thanks", "place");

  private static final Set<String> LEADING_TO_PERSONS = Set.of("am", "i'm", "by", "with", "to");

  /** Verbs whose past is like their present: "Will Taylor come" is a question. */
  private static final Set<String> UNTOLD = Set.of("come", "put", "cut", "let", "hurt");

  /** "Rose Hall was quiet" may be of a hall. */
  private static final Set<String> DOING = Set.of("did");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this");
  private static final Set<String> WARDS = Set.of("ward", "unit");

  /** What bears first names, beside the kinds of place of {@code context.txt}. */
  private static final Set<String> NAMED_THINGS =
      Set.of(
          "garden",
          "gardens",
          "cottage",
          "cottages",
          "villa",
          "villas",
          "farm",
          "estate",
          "library",
          "gallery",
          "chapel",
          "cathedral",
          "palace",
          "memorial",
          "foundation",
          "fund",
          "charity",
          "aid",
          "nursing",
          "ambulance",
          "county",
          "city",
          "town",
          "village",
          "cafe",
          "pharmacy",
          "award");

  /** Longer ones are surnames in capitals, not "HDU". */
  private static final int LONGEST_ABBREVIATION = 4;

  private final Words words;
  private final boolean[] named;
  private final boolean[] spared;
  private final boolean[] doubtful;

  private FullNames(Words words, boolean[] named, boolean[] spared, boolean[] doubtful) {
    this.words = words;
    this.named = named;
    this.spared = spared;
    this.doubtful = doubtful;
  }

  /**
   * Marks what stands beside a name and is of it.
   *
   * @param named by word, whether it is of a name; changed
   * @param spared by word, whether it is of the name of a place or of a name that is nobody's
   * @param doubtful of these, whether it is a person's beside one's name
   */
  static void complete(Words words, boolean[] named, boolean[] spared, boolean[] doubtful) {
    FullNames names = new FullNames(words, named, spared, doubtful);
    for (int first = 0; first < words.size() - 1; first++) {
      names.completeAt(first);
    }
  }

  private void completeAt(int first) {
    if (!named[first] && !NameLexicon.isFirstName(words.get(first).plain())) {
      return;
    }
    int last = NameFinder.behindParticles(words, first);
    if (last < 0 || (spared[first] && !doubtful[first]) || spared[last] || !isWhole(last)) {
      return;
    }
    boolean goes =
        last > first + 1
            ? isGiven(first) && words.get(first).capital() && words.get(last).capital()
            : named[first] ? goesOn(first) : isPair(first);
    if (goes) {
      named[first] |= !spared[first];
      named[last] = true;
    }
  }

  /** No contraction, no "2nd", no kiss at the end. */
  private boolean isWhole(int place) {
    String plain = words.get(place).plain();
    return plain.length() > 1
        && !words.touchesDigit(place)
        && !NameCues.CONTRACTION_OR_MASK.matcher(plain).find();
  }

  /** Whether the word behind one that is a name is of it. */
  private boolean goesOn(int first) {
    Word next = words.get(first + 1);
    if (NameLexicon.isSurname(next.plain())) {
      return true;
    }
    if (!next.capital()) {
      return words.style() == Style.NO_CAPITALS
          && isGiven(first)
          && isWorded(first + 1)
          && isDone(first + 2, ACTING);
    }
    return NameLexicon.isWordedSurname(next.plain())
        || (NameLexicon.isFirstName(words.get(first).plain()) && isAnySurname(first));
  }

  /** Whether both words are a name, though nothing spoke for the first being one. */
  private boolean isPair(int first) {
    Word one = words.get(first);
    Word two = words.get(first + 1);
    boolean surname = NameLexicon.isSurname(two.plain());
    if (!NameLexicon.isFirstName(one.plain()) || saysMore(one.plain()) || isPlace(first)) {
      return false;
    }
    if (!one.capital()) {
      return isGiven(first) && (surname || (two.capital() && isWorded(first + 1)));
    }
    if (!two.capital()) {
      return isGiven(first) && surname;
    }
    if (isGiven(first)) {
      return surname
          || isWorded(first + 1)
          || (named[first + 1] && NameLexicon.context(two.plain()) == null)
          || (isAnySurname(first) && !(isNoun(first) && NameLexicon.isKnown(two.plain())));
    }
    return isPairOfWords(first, surname);
  }

  /**
   * "Rose Adeyinka", "Will Smith": with a capital for a sentence or a shout, the first is a word.
   */
  private boolean isPairOfWords(int first, boolean surname) {
    String two = words.get(first + 1).plain();
    boolean begins =
        words.get(first).before() == Gap.START
            || (words.style() != Style.SENTENCES && !followsWhatNamesFollow(first));
    String kind = NameLexicon.wordedName(words.get(first).plain());
    if (kind.equals("rank")) {
      return false;
    }
    boolean auxiliary = kind.equals("auxiliary");
    if (begins && (auxiliary || (!surname && words.style() != Style.SENTENCES))) {
      return (surname && !NameLexicon.isFirstName(two))
          || ((surname || isWorded(first + 1))
              && (auxiliary ? isToldOf(first + 2) : isDone(first + 2, ACTING)));
    }
    if (surname || isWorded(first + 1)) {
      return true;
    }
    return !NameLexicon.isFirstName(two)
        && isAnySurname(first)
        && !NameLexicon.isKnown(two)
        && (!begins || isDone(first + 2, ACTING));
  }

  /** "Nana", "Porter": what somebody is. */
  private static boolean saysMore(String plain) {
    String group = NameLexicon.context(plain);
    return group != null
        && !group.equals("thing")
        && !"auxiliary".equals(NameLexicon.wordedName(plain));
  }

  private boolean isWorded(int place) {
    return NameLexicon.isWordedSurname(words.get(place).plain());
  }

  /** A first name that is a word in dictionaries alone, or is no verb. */
  private boolean isGiven(int place) {
    String plain = words.get(place).plain();
    String kind = NameLexicon.wordedName(plain);
    return NameLexicon.isFirstName(plain) && (kind == null || kind.equals(NOUN));
  }

  private boolean isNoun(int place) {
    return NOUN.equals(NameLexicon.wordedName(words.get(place).plain()));
  }

  private boolean followsWhatNamesFollow(int place) {
    return place > 0
        && BEFORE_NAMES.contains(String.valueOf(NameLexicon.context(words.get(place - 1).plain())));
  }

  /** Whether what follows is what somebody did, not what he may do or is wished to. */
  private boolean isToldOf(int place) {
    String plain = place < words.size() ? words.get(place).plain() : "";
    return plain.equals("was")
        || plain.equals("had")
        || (isDone(place, DOING) && !UNTOLD.contains(plain) && !plain.endsWith("s"));
  }

  /** Whether one of these groups of words follows, or a verb of the past. */
  private boolean isDone(int place, Set<String> groups) {
    if (place >= words.size() || words.get(place).before() != Gap.NONE) {
      return false;
    }
    String plain = words.get(place).plain();
    return plain.endsWith("ed") || groups.contains(String.valueOf(NameLexicon.context(plain)));
  }

  /** Whether a capital alone makes the word behind a first name a surname. */
  private boolean isAnySurname(int first) {
    Word next = words.get(first + 1);
    if (NameLexicon.context(next.plain()) != null || NAMED_THINGS.contains(next.plain())) {
      return false;
    }
    boolean abbreviation =
        next.spelling() == Spelling.UPPER
            && words.get(first).spelling() != Spelling.UPPER
            && next.plain().length() <= LONGEST_ABBREVIATION;
    return words.style() == Style.SENTENCES
        ? !abbreviation && !NameLexicon.frequency(next.plain()).equals("10")
        : !NameLexicon.isKnown(next.plain());
  }

  /** "Rose Ward", "Grace Kelly Unit", "moved to Rose Hill", "in John Court". */
  private boolean isPlace(int first) {
    int last = first + 1;
    if (isKindOfPlace(last + 1) && !isRole(last + 2)) {
      return true;
    }
    boolean placed = isPlaced(first);
    boolean plain = isGiven(first) && !isNoun(first);
    if (!"placenoun".equals(NameLexicon.context(words.get(last).plain()))) {
      return placed && !plain && isWorded(last);
    }
    return plain
        ? isAddress(first) || (placed && !words.get(first - 1).plain().equals("to"))
        : placed || !(isDone(last + 1, spared[first] ? DOING : ACTING) || followsPerson(first));
  }

  /** "Ruddington View, Clifton Lane". */
  private boolean isAddress(int first) {
    return words.get(first).before() == Gap.COMMA && !isDone(first + 2, ACTING);
  }

  /** "In", "the", and "to" unless somebody is thanked. */
  private boolean isPlaced(int first) {
    if (first == 0 || words.get(first).before() != Gap.NONE) {
      return false;
    }
    String before = words.get(first - 1).plain();
    if (before.equals("to")) {
      String behind = first > 1 ? words.get(first - 2).plain() : "";
      return !behind.equals("you") && !"thanks".equals(NameLexicon.context(behind));
    }
    return ARTICLES.contains(before) || "place".equals(NameLexicon.context(before));
  }

  /** "I am", "thank you to", "by": no place comes next, unless the directory has one. */
  private boolean followsPerson(int place) {
    if (place == 0 || spared[place] || words.get(place).before() != Gap.NONE) {
      return false;
    }
    String before = words.get(place - 1).plain();
    return LEADING_TO_PERSONS.contains(before)
        || NameCues.INTRODUCING.contains(String.valueOf(NameLexicon.context(before)));
  }

  private boolean isKindOfPlace(int place) {
    return place < words.size()
        && words.get(place).before() == Gap.NONE
        && "placenoun".equals(NameLexicon.context(words.get(place).plain()))
        && (words.get(place).capital() || WARDS.contains(words.get(place).plain()));
  }

  private boolean isRole(int place) {
    return place < words.size()
        && words.get(place).before() == Gap.NONE
        && PlaceNames.ROLES.contains(String.valueOf(NameLexicon.context(words.get(place).plain())));
  }
}
