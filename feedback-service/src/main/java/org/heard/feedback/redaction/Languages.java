package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;
import org.heard.feedback.redaction.Word.Spelling;

/**
 * Says in which language a text is, as far as it matters here: whether names in it can be found.
 * Careful both ways: an English comment full of slips is not to be held back, and a foreign one is
 * not to be let through. English words and a language's own frequent words ({@code languages.txt})
 * speak for it; a foreign script, or a text of which English knows next to nothing, is not English,
 * and neither is one with a sentence that is foreign or calls somebody a nurse in another language
 * ({@code foreign-roles.txt}): a name stands there, and would not be found.
 */
public final class Languages {
  /** The language whose names are found. */
  public static final String ENGLISH = "en";

  /** Not English, and none that is known here (ISO 639-2). */
  public static final String UNDETERMINED = "und";

  private static final int FEWEST_FOREIGN = 2;

  /** From this many words on, a text that English knows little of is taken for another language. */
  private static final int ENOUGH = 4;

  /** A sentence of fewer words in a text is a greeting: "Muchas gracias". */
  private static final int SHORTEST_SENTENCE = 3;

  private static final int ASCII_END = 0x80;

  /** Dishes that English took over with their accents. */
  private static final Set<String> DISHES =
      Set.of("brulee", "creme", "pate", "puree", "pureed", "fraiche", "creche", "decor");

  private static final Map<Character.UnicodeScript, String> SCRIPTS =
      Map.ofEntries(
          Map.entry(Character.UnicodeScript.ARABIC, "ar"),
          Map.entry(Character.UnicodeScript.CYRILLIC, UNDETERMINED),
          Map.entry(Character.UnicodeScript.HAN, "zh"),
          Map.entry(Character.UnicodeScript.HIRAGANA, "ja"),
          Map.entry(Character.UnicodeScript.KATAKANA, "ja"),
          Map.entry(Character.UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(Character.UnicodeScript.BENGALI, "bn"),
          Map.entry(Character.UnicodeScript.GURMUKHI, "pa"),
          Map.entry(Character.UnicodeScript.GUJARATI, "gu"),
          Map.entry(Character.UnicodeScript.GREEK, "el"),
          Map.entry(Character.UnicodeScript.HEBREW, "he"),
          Map.entry(Character.UnicodeScript.TAMIL, "ta"),
          Map.entry(Character.UnicodeScript.MALAYALAM, "ml"),
          Map.entry(Character.UnicodeScript.HANGUL, "ko"),
          Map.entry(Character.UnicodeScript.ETHIOPIC, "am"));

  /** By word, the languages in which it is frequent. */
  private static final Map<String, Set<String>> FREQUENT = load("languages.txt");

  /** By word for somebody who works there, the languages that have it. */
  private static final Map<String, Set<String>> ROLES = load("foreign-roles.txt");

  private Languages() {}

  /**
   * The language of a text.
   *
   * @param said the language that whoever sent it says it is in, or null; believed where the text
   *     has none of the words that English cannot do without
   * @return ISO 639-1, {@code und} for one that is not English and not known here, or null where
   *     there are no words to tell it by
   */
  public static String of(String text, String said) {
    Words words = Words.of(text);
    if (words.size() == 0) {
      return null;
    }
    String script = script(text);
    if (script != null) {
      return script;
    }
    List<Word> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      all.add(words.get(i));
    }
    String language = byWords(all, said);
    return language.equals(ENGLISH) ? bySentences(text, all) : language;
  }

  /** English, unless one sentence is in another language. */
  private static String bySentences(String text, List<Word> words) {
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).before() == Gap.START) {
        String language = ofSentence(text, words.subList(from, i));
        if (!language.equals(ENGLISH)) {
          return language;
        }
        from = i;
      }
    }
    return ENGLISH;
  }

  private static String ofSentence(String text, List<Word> words) {
    for (Word word : words) {
      Set<String> languages = ROLES.get(word.plain());
      if (languages != null) {
        return languages.size() == 1 ? languages.iterator().next() : UNDETERMINED;
      }
    }
    long strange = words.stream().filter(word -> isStrange(text, word)).count();
    if (strange >= FEWEST_FOREIGN) {
      return UNDETERMINED;
    }
    return words.size() < SHORTEST_SENTENCE ? ENGLISH : byWords(words, null);
  }

  /** In lower case, so that it is hardly a name, with letters that English lacks. */
  private static boolean isStrange(String text, Word word) {
    String written = text.substring(word.start(), word.end());
    return word.spelling() == Spelling.LOWER
        && written.chars().anyMatch(letter -> letter >= ASCII_END && Character.isLetter(letter))
        && !WordEnd.hasBrokenLetter(written)
        && !NameLexicon.isKnown(written)
        && !DISHES.contains(word.plain())
        && !isKnown(word);
  }

  private static String byWords(List<Word> words, String said) {
    int english = 0;
    int known = 0;
    Map<String, Integer> foreign = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).plain();
      Set<String> languages = FREQUENT.getOrDefault(word, Set.of());
      languages.forEach(language -> foreign.merge(language, 1, Integer::sum));
      if (languages.isEmpty()) {
        english += NameLexicon.frequency(word).equals("10") && word.length() > 1 ? 1 : 0;
        known += isKnown(words.get(i)) ? 1 : 0;
      }
    }
    Map.Entry<String, Integer> most =
        foreign.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
    if (most != null && speaks(most.getValue(), english, words.size())) {
      return most.getKey();
    }
    if (english == 0 && said != null && !said.startsWith(ENGLISH) && known < words.size()) {
      return said;
    }
    boolean strange = words.size() >= ENOUGH && english == 0 && known * 2 < words.size();
    return strange ? UNDETERMINED : ENGLISH;
  }

  private static boolean speaks(int foreign, int english, int words) {
    return foreign == words || (foreign >= FEWEST_FOREIGN && foreign > english);
  }

  /** Words that English has, names and abbreviations among them. */
  private static boolean isKnown(Word word) {
    String plain = word.plain();
    return NameLexicon.isKnown(plain)
        || NameLexicon.context(plain) != null
        || NameLexicon.isFirstName(plain)
        || NameLexicon.isProper(plain);
  }

  /** The language of a script other than Latin that more than half of the letters are in. */
  private static String script(String text) {
    int letters = 0;
    Map<String, Integer> foreign = new HashMap<>();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int letter = text.codePointAt(i);
      if (Character.isLetter(letter)) {
        letters++;
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        if (script != Character.UnicodeScript.LATIN && script != Character.UnicodeScript.COMMON) {
          foreign.merge(SCRIPTS.getOrDefault(script, UNDETERMINED), 1, Integer::sum);
        }
      }
    }
    int strange = foreign.values().stream().mapToInt(Integer::intValue).sum();
    if (strange * 2 <= letters) {
      return null;
    }
    return foreign.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static Map<String, Set<String>> load(String file) {
    Map<String, Set<String>> frequent = new HashMap<>();
    NameLexicon.lines(
        file,
        (language, line) -> {
          for (String word : line.split(" ", -1)) {
            frequent.computeIfAbsent(word, first -> new HashSet<>()).add(language);
          }
        });
    return frequent;
  }
}
