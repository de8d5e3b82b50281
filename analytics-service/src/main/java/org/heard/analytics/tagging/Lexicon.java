package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the lines of the lexicon in a comment. Lines are kept by the first word they need, so a
 * comment meets only those that can begin at one of its words.
 */
final class Lexicon {

  private static final List<String> FILES =
      List.of("words.txt", "compassion.txt", "practical.txt", "general.txt", "alerts.txt");
  private static final Cue[] NONE = {};

  /** How many words before and after a finding are around it. */
  static final int AROUND = 20;

  /** From so many words on it pays to look first which lines can be found at all. */
  private static final int LONG = 200;

  private final List<Cue> cues;
  private final Map<String, Cue[]> byWord;
  private final Map<String, Cue[]> byBeginning;
  private final Cue[] byNumber;
  private final int shortest;
  private final int longest;

  private Lexicon(List<Cue> cues) {
    this.cues = cues;
    Map<String, List<Cue>> words = new HashMap<>();
    Map<String, List<Cue>> beginnings = new HashMap<>();
    List<Cue> numbers = new ArrayList<>();
    for (Cue cue : cues) {
      WordSet first = cue.phrase().steps().get(0).words();
      first.exact().forEach(w -> words.computeIfAbsent(w, k -> new ArrayList<>()).add(cue));
      first
          .beginnings()
          .forEach(w -> beginnings.computeIfAbsent(w, k -> new ArrayList<>()).add(cue));
      if (first.numbers()) {
        numbers.add(cue);
      }
    }
    byWord = frozen(words);
    byBeginning = frozen(beginnings);
    byNumber = numbers.toArray(NONE);
    shortest = beginnings.keySet().stream().mapToInt(String::length).min().orElse(1);
    longest = beginnings.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  static Lexicon load() {
    return new Lexicon(LexiconReader.read(FILES));
  }

  private static Map<String, Cue[]> frozen(Map<String, List<Cue>> cues) {
    Map<String, Cue[]> frozen = new HashMap<>();
    cues.forEach((word, list) -> frozen.put(word, list.toArray(NONE)));
    return Map.copyOf(frozen);
  }

  /** All lines found, by place; a line may be found at several places. */
  List<Hit> find(Words words, Question question) {
    return words.size() > LONG ? possible(words).findIn(words, question) : findIn(words, question);
  }

  /** The lines whose words all stand somewhere in a comment, so that a long one costs no more. */
  private Lexicon possible(Words words) {
    Set<String> distinct = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      distinct.add(words.word(i));
    }
    return new Lexicon(cues.stream().filter(cue -> cue.phrase().within(distinct)).toList());
  }

  private List<Hit> findIn(Words words, Question question) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.word(i);
      add(byWord.getOrDefault(word, NONE), words, i, question, hits);
      int reach = Math.min(longest, word.length());
      for (int length = shortest; length <= reach; length++) {
        add(byBeginning.getOrDefault(word.substring(0, length), NONE), words, i, question, hits);
      }
      if (byNumber.length > 0 && WordSet.isNumber(word)) {
        add(byNumber, words, i, question, hits);
      }
    }
    return hits;
  }

  private static void add(Cue[] cues, Words words, int at, Question question, List<Hit> hits) {
    for (Cue cue : cues) {
      int end = cue.phrase().matchEnd(words, at);
      if (end > at && counts(cue, words, at, end, question)) {
        hits.add(new Hit(cue, at, end));
      }
    }
  }

  private static boolean counts(Cue cue, Words words, int at, int end, Question question) {
    if (cue.question() != null && cue.question() != question) {
      return false;
    }
    if (!cue.unless().isEmpty()
        && words.anyOf(cue.unless(), words.unitStart(at), words.unitEnd(end - 1))) {
      return false;
    }
    if (!cue.near().isEmpty()
        && !words.anyOf(cue.near(), words.clauseStart(at), words.clauseEnd(at))) {
      return false;
    }
    int from = Math.max(0, at - AROUND);
    int to = Math.min(words.size(), end + AROUND);
    return (cue.around().isEmpty() || words.anyOf(cue.around(), from, to))
        && (cue.except().isEmpty() || !words.anyOf(cue.except(), from, to));
  }
}
