package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the lexicon knows of a word: the sets it belongs to and the lines that can begin with it.
 */
final class Vocabulary {

  /** Words that are remembered; people use few different ones. The rest is looked up each time. */
  private static final int REMEMBERED = 20_000;

  private static final Line[] NO_LINES = {};
  private static final long[] NO_SETS = {};

  /**
   * @param sets bit n is set where the word belongs to set n; empty where it belongs to none
   * @param begins lines whose first step has the word: as written, by beginning, as a number
   */
  record Entry(long[] sets, Line[] begins) {

    boolean in(int set) {
      return sets.length > 0 && (sets[set >> 6] & (1L << set)) != 0;
    }

    void addTo(long[] all) {
      for (int i = 0; i < sets.length; i++) {
        all[i] |= sets[i];
      }
    }
  }

  private final Map<WordSet, Integer> places = new HashMap<>();
  private final Map<String, Entry> exact;
  private final Map<String, Entry> beginnings;
  private final Entry number;
  private final int shortest;
  private final int longest;
  private final ConcurrentMap<String, Entry> remembered = new ConcurrentHashMap<>();

  Vocabulary(List<Cue> cues) {
    Map<String, List<Line>> words = new HashMap<>();
    Map<String, List<Line>> starts = new HashMap<>();
    List<Line> numbers = new ArrayList<>();
    for (Cue cue : cues) {
      Line line = new Line(cue, this::place);
      WordSet first = cue.phrase().steps().get(0).words();
      first.exact().forEach(w -> words.computeIfAbsent(w, k -> new ArrayList<>()).add(line));
      first.beginnings().forEach(w -> starts.computeIfAbsent(w, k -> new ArrayList<>()).add(line));
      if (first.numbers()) {
        numbers.add(line);
      }
    }
    Map<String, long[]> wordSets = new HashMap<>();
    Map<String, long[]> startSets = new HashMap<>();
    long[] numberSets = noSets();
    places.forEach(
        (set, place) -> {
          set.exact().forEach(w -> mark(wordSets.computeIfAbsent(w, k -> noSets()), place));
          set.beginnings().forEach(w -> mark(startSets.computeIfAbsent(w, k -> noSets()), place));
          if (set.numbers()) {
            mark(numberSets, place);
          }
        });
    exact = entries(wordSets, words);
    beginnings = entries(startSets, starts);
    number = new Entry(numberSets, numbers.toArray(NO_LINES));
    shortest = beginnings.keySet().stream().mapToInt(String::length).min().orElse(1);
    longest = beginnings.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private int place(WordSet set) {
    return places.computeIfAbsent(set, unknown -> places.size());
  }

  /** Bits for all sets, none of them set. */
  long[] noSets() {
    return new long[(places.size() >> 6) + 1];
  }

  private static void mark(long[] sets, int place) {
    sets[place >> 6] |= 1L << place;
  }

  private static Map<String, Entry> entries(
      Map<String, long[]> sets, Map<String, List<Line>> lines) {
    Map<String, Entry> entries = new HashMap<>();
    sets.forEach(
        (word, bits) ->
            entries.put(
                word, new Entry(bits, lines.getOrDefault(word, List.of()).toArray(NO_LINES))));
    return Map.copyOf(entries);
  }

  Entry entry(String word) {
    Entry known = remembered.get(word);
    if (known != null) {
      return known;
    }
    Entry entry = lookUp(word);
    if (remembered.size() < REMEMBERED) {
      remembered.put(word, entry);
    }
    return entry;
  }

  private Entry lookUp(String word) {
    List<Entry> parts = new ArrayList<>();
    add(exact.get(word), parts);
    for (int length = shortest; length <= Math.min(longest, word.length()); length++) {
      add(beginnings.get(word.substring(0, length)), parts);
    }
    if (WordSet.isNumber(word)) {
      parts.add(number);
    }
    if (parts.isEmpty()) {
      return new Entry(NO_SETS, NO_LINES);
    }
    long[] sets = noSets();
    parts.forEach(part -> part.addTo(sets));
    return new Entry(
        sets, parts.stream().flatMap(part -> Arrays.stream(part.begins())).toArray(Line[]::new));
  }

  private static void add(Entry entry, List<Entry> parts) {
    if (entry != null) {
      parts.add(entry);
    }
  }
}
