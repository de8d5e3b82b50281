package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;
import org.heard.feedback.redaction.Words.Style;

/**
 * A surname right behind a title is a name, also where it is a word and in lower case: "dr brown
 * was rude". How much more has to speak for it depends on what else the title is: nobody says "mr"
 * but of a person, while "the doctor young and kind" and "i miss rice" have none.
 */
final class TitledNames {
  /** What is said of persons and before their names alone. */
  private static final Set<String> FORMS =
      Set.of("mr", "mrs", "ms", "mx", "dr", "drs", "prof", "professor", "dame", "rev", "reverend");

  /** What somebody may be without a name. */
  private static final Set<String> PROFESSIONS =
      Set.of(
          "doctor",
          "docter",
          "nurse",
          "nuse",
          "sister",
          "matron",
          "sir",
          "sn",
          "sr",
          "rgn",
          "consultant",
          "surgeon",
          "registrar",
          "midwife",
          "physio",
          "physiotherapist",
          "porter",
          "receptionist",
          "anaesthetist",
          "radiographer",
          "paramedic",
          "pharmacist",
          "phlebotomist",
          "hca",
          "practitioner",
          "assistant",
          "housekeeper",
          "cleaner",
          "chaplain",
          "volunteer",
          "manager");

  private static final String MISS = "miss";

  /** Surnames that are as often something else behind a title: "see a doctor weeks later". */
  private static final Set<String> LOOSE =
      Set.of(
          "young", "long", "keen", "sharp", "wise", "wild", "hope", "rush", "hunt", "burn", "burns",
          "cross", "smart", "moody", "fuller", "savage", "noble", "french", "white", "black",
          "west", "price", "power", "law", "lock", "day", "weeks", "manning", "marks", "major",
          "bell", "silver");

  /** Of these, such as are no names behind "dr" either. */
  private static final Set<String> LOOSER = Set.of("hope", "weeks", "day", "rush");

  /** In lower case what rings on a ward: "nurse bell was never answered". */
  private static final String BELL = "bell";

  /** A title, and an illness: "the MS day unit". */
  private static final String MS = "ms";

  private static final Set<String> OF_BELLS =
      Set.of("broken", "working", "ringing", "rung", "pressed", "reach", "pulled", "buzzer");
  private static final Set<String> OF_BELLS_IF_NOT = Set.of("answered", "work", "ring", "rang");
  private static final Set<String> NOT =
      Set.of(
          "not", "never", "didn't", "didnt", "doesn't", "doesnt", "wasn't", "wasnt", "was", "were");

  private static final Set<String> ENDING = Set.of("place", "by", "and", "but", "called");

  private final Words words;

  private TitledNames(Words words) {
    this.words = words;
  }

  /**
   * Marks surnames behind titles.
   *
   * @param named by word, whether it is of a name; changed
   * @param spared by word, whether it is of the name of a place or of a name that is nobody's
   */
  static void mark(Words words, boolean[] named, boolean[] spared) {
    TitledNames names = new TitledNames(words);
    for (int i = 1; i < words.size(); i++) {
      named[i] |= !spared[i] && names.isTitled(i);
    }
  }

  private boolean isTitled(int place) {
    Word title = words.get(place - 1);
    Word word = words.get(place);
    if (word.before() != Gap.NONE || title.owner() || words.touchesDigit(place)) {
      return false;
    }
    boolean missed = title.plain().equals(MISS);
    boolean form = FORMS.contains(title.plain());
    if (!missed && !form && !isProfession(title, word)) {
      return false;
    }
    if (NameLexicon.isSurname(word.plain())) {
      return true;
    }
    if (!NameLexicon.isWordedSurname(word.plain())) {
      return false;
    }
    if (missed) {
      return isOfMiss(place);
    }
    return (form && !isIllness(place - 1)) ? isOfForm(place) : isOfProfession(place);
  }

  /** "The MS day unit", "i have ms long standing". */
  private boolean isIllness(int title) {
    return words.get(title).plain().equals(MS)
        && ((words.get(title).spelling() == Word.Spelling.UPPER && words.style() != Style.SHOUTED)
            || isOneOfMany(title)
            || (title > 0 && context(title - 1).equals("have")));
  }

  /** "Nurse. White walls" are two sentences, unlike "Dr. White". */
  private static boolean isProfession(Word title, Word word) {
    return PROFESSIONS.contains(title.plain()) && word.start() - title.end() == 1;
  }

  /** "mr brown", and "the dr long after" only with a capital or a verb. */
  private boolean isOfForm(int place) {
    boolean loose = LOOSER.contains(words.get(place).plain()) || isOneOfMany(place - 1);
    return !words.get(place - 1).plain().startsWith("dr")
        || !loose
        || isWrittenAsName(place)
        || words.tellOf(place + 1, FullNames.ACTING);
  }

  /** "Nurse Brown", "nurse brown was rude"; "the nurse bell was broken" is none. */
  private boolean isOfProfession(int place) {
    String plain = words.get(place).plain();
    if (plain.equals(BELL) && !words.get(place).capital() && isBell(place)) {
      return false;
    }
    if (isWrittenAsName(place) && !LOOSER.contains(plain)) {
      return !isOfPlaceOrWork(place + 1);
    }
    boolean oneOfMany = isOneOfMany(place - 1);
    boolean told = words.tellOf(place + 1, FullNames.ACTING);
    return (LOOSE.contains(plain) || oneOfMany) ? told : told || endsBefore(place + 1);
  }

  /** "Nurse bell was never answered", unlike "nurse bell answered me" and "doctor bell". */
  private boolean isBell(int place) {
    if (!words.get(place - 1).plain().equals("nurse")) {
      return false;
    }
    for (int i = place + 1; i < words.size() && words.get(i).before() == Gap.NONE; i++) {
      String plain = words.get(i).plain();
      if (OF_BELLS.contains(plain)
          || (OF_BELLS_IF_NOT.contains(plain) && NOT.contains(words.get(i - 1).plain()))) {
        return true;
      }
    }
    return false;
  }

  /** "Miss Hall", "miss hall was kind"; "we miss rice" is a wish. */
  private boolean isOfMiss(int place) {
    if (isWrittenAsName(place)) {
      return true;
    }
    Word title = words.get(place - 1);
    boolean wished =
        place > 1
            && title.before() == Gap.NONE
            && Set.of("pronoun", "have", "be").contains(context(place - 2));
    return !wished
        && (words.tellOf(place + 1, FullNames.ACTING)
            || (title.before() == Gap.START && endsBefore(place + 1)));
  }

  /** A capital says so only in a text that has capitals where they belong. */
  private boolean isWrittenAsName(int place) {
    return words.get(place).capital() && words.style() == Style.SENTENCES;
  }

  private boolean isOneOfMany(int title) {
    return title > 0
        && words.get(title).before() == Gap.NONE
        && context(title - 1).equals("article");
  }

  /** "Nurse Day Unit", "Sister Day staff". */
  private boolean isOfPlaceOrWork(int next) {
    return next < words.size()
        && words.get(next).before() == Gap.NONE
        && Set.of("placenoun", "role").contains(context(next));
  }

  private boolean endsBefore(int next) {
    return next >= words.size()
        || words.get(next).before() != Gap.NONE
        || ENDING.contains(context(next));
  }

  private String context(int place) {
    return String.valueOf(NameLexicon.context(words.get(place).plain()));
  }
}
