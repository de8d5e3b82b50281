package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.heard.feedback.redaction.Word.Gap;
import org.heard.feedback.redaction.Word.Spelling;
import org.heard.feedback.redaction.Words.Style;

/**
 * What speaks for and against a word being a person's name, as names of cues: what the word is by
 * itself, how it is written, and what stands on both sides of it. How much each cue counts stands
 * in {@code name-weights.txt}.
 */
final class NameCues {
  private static final Set<String> FUNCTION =
      Set.of("article", "possessive", "by", "place", "and", "but", "pronoun", "be", "have");

  /** Groups of words that a person's name follows. */
  static final Set<String> INTRODUCING = Set.of("title", "role", "called", "relation");

  /** "I'd", "they've", and the crosses that somebody put for a name already. */
  static final Pattern CONTRACTION_OR_MASK = Pattern.compile("^i'|'(?:ve|ll|d|re|m|t)$|^x+$");

  private static final String END = "END";
  private static final String START = "START";
  private static final int FAR = 5;

  private final Words words;
  private final boolean[] candidates;

  /** Of each word that could be a name, the first and the last of the run that it is part of. */
  private final int[] firsts;

  private final int[] lasts;

  /** How many of the words before a place could be a name and are nothing else. */
  private final int[] namesBefore;

  private final Set<String> inLowerCase = new HashSet<>();

  NameCues(Words words) {
    this.words = words;
    int size = words.size();
    candidates = new boolean[size];
    firsts = new int[size];
    lasts = new int[size];
    namesBefore = new int[size + 1];
    for (int i = 0; i < size; i++) {
      Word word = words.get(i);
      candidates[i] = couldBe(i);
      namesBefore[i + 1] = namesBefore[i] + (candidates[i] && kind(word).equals("name") ? 1 : 0);
      if (word.spelling() == Spelling.LOWER) {
        inLowerCase.add(word.plain());
      }
    }
    findRuns();
  }

  private void findRuns() {
    for (int i = 0; i < words.size(); i++) {
      int before = before(i);
      firsts[i] = before < 0 ? i : firsts[before];
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      int after = after(i);
      lasts[i] = after < 0 ? i : lasts[after];
    }
  }

  /** Whether the word at this place could be a name at all; most words could not. */
  boolean isCandidate(int place) {
    return candidates[place];
  }

  private boolean couldBe(int place) {
    Word word = words.get(place);
    String group = NameLexicon.context(word.plain());
    boolean introduced = introduced(place);
    boolean listed = NameLexicon.isFirstName(word.plain());
    if (word.plain().length() == 1) {
      return isInitial(place);
    }
    if ("title".equals(group) || "role".equals(group) || "relation".equals(group)) {
      return word.capital() && listed && words.followsTitle(place);
    }
    if (group != null && (FUNCTION.contains(group) || group.equals("time"))) {
      return word.capital() && (listed || words.followsTitle(place));
    }
    if (words.touchesDigit(place) || CONTRACTION_OR_MASK.matcher(word.plain()).find()) {
      return false;
    }
    boolean told = word.capital() && words.style() != Style.SHOUTED && word.before() != Gap.START;
    return listed || told || !NameLexicon.isKnown(word.plain()) || (introduced && word.capital());
  }

  /** A single capital beside another word of a name; "I" and "A" are words. */
  private boolean isInitial(int place) {
    Word word = words.get(place);
    if (!word.capital() || word.plain().equals("i")) {
      return false;
    }
    boolean follows =
        words.followsTitle(place) || (word.before() == Gap.NONE && place > 0 && stands(place - 1));
    boolean leads =
        !word.plain().equals("a")
            && place + 1 < words.size()
            && words.get(place + 1).before() == Gap.NONE
            && stands(place + 1);
    return follows || leads;
  }

  private boolean stands(int place) {
    Word word = words.get(place);
    return word.capital() && word.plain().length() > 1 && couldBe(place);
  }

  private boolean introduced(int place) {
    String before = place == 0 ? null : NameLexicon.context(words.get(place - 1).plain());
    return before != null && INTRODUCING.contains(before);
  }

  /** The cues of a candidate. */
  List<String> of(int place) {
    Word word = words.get(place);
    List<String> cues = new ArrayList<>(48);
    String kind = kind(word);
    String coarse = coarse(kind);
    String spelling = spelling(place);
    String left = left(place);
    String left2 = left.startsWith(START) ? START : left(place - 1);
    String right = right(place);
    String right2 = right.startsWith(END) ? END : right(place + 1);
    cues.add("kind=" + kind);
    cues.add("gap=" + word.before());
    cues.add("left-word=" + bare(left));
    cues.add("right-word=" + bare(right));
    cues.add("right-word,kind=" + bare(right) + ',' + coarse);
    cues.add("left-word,kind=" + bare(left) + ',' + coarse);
    cues.add("left-word2=" + bare(left2) + ',' + bare(left));
    cues.add("right-word2=" + bare(right) + ',' + bare(right2));
    cues.add("acts=" + acts(right) + ',' + acts(right2));
    cues.add("acts,kind=" + acts(right) + ',' + coarse + ',' + spelling);
    cues.add("introduced,kind=" + introduces(left) + ',' + coarse + ',' + spelling);
    cues.add("spelling=" + spelling);
    cues.add("kind,spelling=" + kind + ',' + spelling);
    cues.add("left=" + left);
    cues.add("left,kind=" + left + ',' + coarse);
    cues.add("left,spelling=" + left + ',' + spelling);
    cues.add("left2=" + left2 + ',' + left);
    cues.add("right=" + right);
    cues.add("right,kind=" + right + ',' + coarse);
    cues.add("right,spelling=" + right + ',' + spelling);
    cues.add("right2=" + right + ',' + right2);
    cues.add("sides=" + left + ',' + right);
    cues.add("sides,kind=" + left + ',' + right + ',' + coarse);
    if (place > 0 && !left.startsWith(START)) {
      cues.add("before=" + words.get(place - 1).plain());
    }
    if (!right.startsWith(END)) {
      cues.add("after=" + words.get(place + 1).plain());
    }
    if (word.owner()) {
      cues.add("owner");
      cues.add("owner," + coarse);
    }
    if (word.plain().length() <= 2) {
      cues.add("short");
    }
    if (word.capital() && inLowerCase.contains(word.plain())) {
      cues.add("also-in-lower-case");
    }
    String group = NameLexicon.context(word.plain());
    if (group != null) {
      cues.add("group=" + group);
      cues.add("group,left=" + group + ',' + left);
    }
    addRun(place, coarse, cues);
    cues.add("words=" + (words.size() == 1 ? "1" : words.size() <= 3 ? "3" : "more"));
    return cues;
  }

  /**
   * Names come in runs ("Mary Ellen", "Dee, Mo and Priya"): what stands before and after the whole
   * run speaks for each of it, and so does a name among them.
   */
  private void addRun(int place, String coarse, List<String> cues) {
    int first = firsts[place];
    int last = lasts[place];
    if (first == last) {
      return;
    }
    int others = namesBefore[last + 1] - namesBefore[first];
    boolean named = others > (kind(words.get(place)).equals("name") ? 1 : 0);
    cues.add("run=" + named + ',' + coarse);
    cues.add("run,spelling=" + named + ',' + spelling(place));
    cues.add("run,kind=" + named + ',' + kind(words.get(place)));
    cues.add("run-left=" + bare(left(first)));
    cues.add("run-right=" + bare(right(last)));
    cues.add("run-acts=" + acts(right(last)) + ',' + named + ',' + coarse);
    cues.add("run-introduced=" + introduces(left(first)) + ',' + coarse);
  }

  /** The place of the candidate that this one follows in a run, or -1. */
  private int before(int place) {
    Word word = words.get(place);
    if (word.before() == Gap.START || place == 0) {
      return -1;
    }
    if (isCandidate(place - 1)) {
      return place - 1;
    }
    boolean joined = "and".equals(NameLexicon.context(words.get(place - 1).plain()));
    boolean goesOn = words.get(place - 1).before() != Gap.START;
    return joined && goesOn && place > 1 && isCandidate(place - 2) ? place - 2 : -1;
  }

  private int after(int place) {
    for (int next = place + 1; next <= place + 2 && next < words.size(); next++) {
      if (isCandidate(next) && before(next) == place) {
        return next;
      }
    }
    return -1;
  }

  /** What tells whether a name is that of somebody who works there: the cues, and what is near. */
  List<String> ofRole(int place) {
    List<String> cues = of(place);
    for (int i = Math.max(0, place - FAR); i < Math.min(words.size(), place + FAR + 1); i++) {
      String group = NameLexicon.context(words.get(i).plain());
      if (i != place && group != null && !FUNCTION.contains(group)) {
        cues.add((i < place ? "near-left=" : "near-right=") + group);
        cues.add("near=" + group);
      }
      if (i != place) {
        cues.add("near-word=" + words.get(i).plain());
      }
    }
    boolean ends = lasts[place] == words.size() - 1;
    cues.add("ends=" + ends + ',' + bare(left(firsts[place])));
    cues.add("ends,many=" + ends + ',' + (words.size() > FAR));
    return cues;
  }

  private static String bare(String side) {
    return side.substring(side.indexOf(':') + 1);
  }

  /** Whether the next word is what a person does or is. */
  private static boolean acts(String right) {
    return switch (bare(right)) {
      case "be", "have", "did", "-ed" -> true;
      default -> false;
    };
  }

  private static boolean introduces(String left) {
    return INTRODUCING.contains(bare(left));
  }

  /** What the word is by itself. */
  private static String kind(Word word) {
    String plain = word.plain();
    String frequency = NameLexicon.frequency(plain);
    if (plain.length() == 1) {
      return "letter";
    }
    if (NameLexicon.isFirstName(plain)) {
      return NameLexicon.isKnown(plain) ? "name-and-word" + frequency : "name";
    }
    if (NameLexicon.isProper(plain)) {
      return "proper";
    }
    return frequency;
  }

  private static String coarse(String kind) {
    return switch (kind) {
      case "name", "letter", "proper", "unknown" -> kind;
      default -> kind.startsWith("name-and-word") ? "name-and-word" : "word";
    };
  }

  private String spelling(int place) {
    Word word = words.get(place);
    boolean first = word.before() == Gap.START;
    return switch (words.style()) {
      case SHOUTED -> "shouted";
      case TITLES -> word.capital() ? "title-case" : "lower-in-titles";
      case NO_CAPITALS -> "no-capitals";
      case SENTENCES ->
          switch (word.spelling()) {
            case LOWER -> "lower";
            case UPPER -> "upper";
            case CAPITAL -> first ? "capital-first" : "capital";
          };
    };
  }

  /** What stands before the word: its mark, then the group of the word before. */
  private String left(int place) {
    Gap gap = words.get(place).before();
    if (place == 0 || gap == Gap.START) {
      return START;
    }
    return mark(gap) + what(place - 1);
  }

  private String right(int place) {
    if (place + 1 >= words.size() || words.get(place + 1).before() == Gap.START) {
      return END;
    }
    return mark(words.get(place + 1).before()) + what(place + 1);
  }

  private static String mark(Gap gap) {
    return gap == Gap.NONE ? "" : gap + ":";
  }

  /** The group of a word that is not itself judged. */
  private String what(int place) {
    Word word = words.get(place);
    String group = NameLexicon.context(word.plain());
    if (group != null) {
      return group;
    }
    String kind = kind(word);
    boolean capital = word.capital() && words.style() == Style.SENTENCES;
    return switch (coarse(kind)) {
      case "name", "letter", "proper", "unknown", "name-and-word" ->
          capital ? coarse(kind) + "^" : coarse(kind);
      default -> ending(word.plain()) + (capital ? "^" : "");
    };
  }

  private static String ending(String plain) {
    if (plain.endsWith("ed")) {
      return "-ed";
    }
    if (plain.endsWith("ly")) {
      return "-ly";
    }
    return plain.endsWith("ing") ? "-ing" : "word";
  }
}
