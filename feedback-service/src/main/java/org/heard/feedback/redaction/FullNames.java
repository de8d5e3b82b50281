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
  static final Set<String> ACTING = Set.of("be", "have", "did");

  /** Before what a person's name stands, and no verb. */
  private static final Set<String> BEFORE_NAMES =
      Set.of("by", "be", "called", "title", "role", "relation", "thanks", "place");

  /** Verbs whose past is like their present: "Will Taylor come" is a question. */
  private static final Set<String> UNTOLD = Set.of("come", "put", "cut", "let", "hurt");

  /** Unlike what may be of a place, too: "Rose Hall was quiet". */
  static final Set<String> DOING = Set.of("did");

  /** Longer ones are surnames in capitals, not "HDU". */
  private static final int LONGEST_ABBREVIATION = 4;

  private final Words words;
  private final boolean[] named;
  private final boolean[] spared;
  private final boolean[] doubtful;
  private final PairPlaces places;

  private FullNames(Words words, boolean[] named, boolean[] spared, boolean[] doubtful) {
    this.words = words;
    this.named = named;
    this.spared = spared;
    this.doubtful = doubtful;
    places = new PairPlaces(words, spared);
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
            ? NameLexicon.isGivenName(words.get(first).plain())
                && words.get(first).capital()
                && words.get(last).capital()
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
          && NameLexicon.isGivenName(words.get(first).plain())
          && NameLexicon.isWordedSurname(words.get(first + 1).plain())
          && words.tellOf(first + 2, ACTING);
    }
    return NameLexicon.isWordedSurname(next.plain())
        || (NameLexicon.isFirstName(words.get(first).plain()) && isAnySurname(first));
  }

  /** Whether both words are a name, though nothing spoke for the first being one. */
  private boolean isPair(int first) {
    Word one = words.get(first);
    Word two = words.get(first + 1);
    boolean surname = NameLexicon.isSurname(two.plain());
    if (!NameLexicon.isFirstName(one.plain()) || saysMore(one.plain()) || places.isPlace(first)) {
      return false;
    }
    if (!one.capital()) {
      return NameLexicon.isGivenName(words.get(first).plain())
          && (surname
              || (two.capital() && NameLexicon.isWordedSurname(words.get(first + 1).plain())));
    }
    if (!two.capital()) {
      return NameLexicon.isGivenName(words.get(first).plain()) && surname;
    }
    if (NameLexicon.isGivenName(words.get(first).plain())) {
      return surname
          || NameLexicon.isWordedSurname(words.get(first + 1).plain())
          || (named[first + 1] && NameLexicon.context(two.plain()) == null)
          || (isAnySurname(first)
              && !(NameLexicon.isNounName(words.get(first).plain())
                  && NameLexicon.isKnown(two.plain())));
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
          || ((surname || NameLexicon.isWordedSurname(words.get(first + 1).plain()))
              && (auxiliary ? isToldOf(first + 2) : words.tellOf(first + 2, ACTING)));
    }
    if (surname || NameLexicon.isWordedSurname(words.get(first + 1).plain())) {
      return true;
    }
    return !NameLexicon.isFirstName(two)
        && isAnySurname(first)
        && !NameLexicon.isKnown(two)
        && (!begins || words.tellOf(first + 2, ACTING));
  }

  /** "Nana", "Porter": what somebody is. */
  private static boolean saysMore(String plain) {
    String group = NameLexicon.context(plain);
    return group != null
        && !group.equals("thing")
        && !"auxiliary".equals(NameLexicon.wordedName(plain));
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
        || (words.tellOf(place, DOING) && !UNTOLD.contains(plain) && !plain.endsWith("s"));
  }

  /** Whether a capital alone makes the word behind a first name a surname. */
  private boolean isAnySurname(int first) {
    Word next = words.get(first + 1);
    if (NameLexicon.context(next.plain()) != null || PairPlaces.bearNames(next.plain())) {
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
}
