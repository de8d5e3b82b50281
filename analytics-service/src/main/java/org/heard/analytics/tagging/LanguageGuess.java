package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says whether a comment is in a language the lexicon reads. Careful on purpose: a misspelt English
 * comment kept from its ward is worse than a foreign word let through, so it takes a foreign script
 * or several words of one language that English does not have.
 */
final class LanguageGuess {

  static final String ENGLISH = "en";

  private static final Map<Character.UnicodeScript, String> SCRIPTS =
      Map.of(
          Character.UnicodeScript.ARABIC, "ar",
          Character.UnicodeScript.CYRILLIC, "ru",
          Character.UnicodeScript.HAN, "zh",
          Character.UnicodeScript.DEVANAGARI, "hi",
          Character.UnicodeScript.BENGALI, "bn",
          Character.UnicodeScript.GURMUKHI, "pa",
          Character.UnicodeScript.GREEK, "el",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.TAMIL, "ta",
          Character.UnicodeScript.HANGUL, "ko");

  private static final String UNKNOWN = "und";
  private static final int FEW_WORDS = 2;

  private final List<String> languages;

  /** Places of the languages that have a word. */
  private final Map<String, int[]> places;

  private LanguageGuess(Map<String, Set<String>> words) {
    languages = List.copyOf(words.keySet());
    Map<String, int[]> known = new HashMap<>();
    for (int place = 0; place < languages.size(); place++) {
      for (String word : words.get(languages.get(place))) {
        int[] had = known.getOrDefault(word, new int[0]);
        int[] more = Arrays.copyOf(had, had.length + 1);
        more[had.length] = place;
        known.put(word, more);
      }
    }
    places = Map.copyOf(known);
  }

  static LanguageGuess load() {
    Map<String, Set<String>> languages = new TreeMap<>();
    for (String line : LexiconLines.of("languages.txt")) {
      List<String> words = new ArrayList<>(Arrays.asList(line.split("\\s+", -1)));
      String code = words.remove(0);
      languages.merge(
          code,
          Set.copyOf(words),
          (had, more) -> {
            Set<String> both = new java.util.HashSet<>(had);
            both.addAll(more);
            return both;
          });
    }
    return new LanguageGuess(languages);
  }

  /** ISO 639-1 code, or {@code und} for a script without a known language. */
  String guess(Words words) {
    String script = foreignScript(words);
    if (script != null) {
      return script;
    }
    int[] counts = counts(words);
    int english = counts[languages.indexOf(ENGLISH)];
    String best = ENGLISH;
    int most = 0;
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] > most && !languages.get(place).equals(ENGLISH)) {
        most = counts[place];
        best = languages.get(place);
      }
    }
    boolean whole = most == words.size() && most > 0;
    return (most >= FEW_WORDS && most > english) || whole ? best : ENGLISH;
  }

  private int[] counts(Words words) {
    int[] counts = new int[languages.size()];
    for (int i = 0; i < words.size(); i++) {
      int[] found = places.get(words.word(i));
      if (found != null) {
        for (int place : found) {
          counts[place]++;
        }
      }
    }
    return counts;
  }

  /** The language of a foreign script that more than half of the words are written in. */
  private static String foreignScript(Words words) {
    int foreign = 0;
    String code = null;
    for (int i = 0; i < words.size(); i++) {
      int letter = words.word(i).codePointAt(0);
      Character.UnicodeScript script = Character.UnicodeScript.of(letter);
      if (Character.isLetter(letter)
          && script != Character.UnicodeScript.LATIN
          && script != Character.UnicodeScript.COMMON) {
        foreign++;
        code = SCRIPTS.getOrDefault(script, UNKNOWN);
      }
    }
    return foreign * 2 > words.size() ? code : null;
  }
}
