package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a comment as the lexicon knows them (lower case, no apostrophes, spelling mended),
 * each with its place in the original, cut into clauses (punctuation, contrast, change of shift)
 * and finer units (conjunctions).
 */
final class Words {

  private final String text;
  private final List<String> words;
  private final int[] starts;
  private final int[] ends;
  private final int[] clauseStarts;
  private final int[] clauseEnds;
  private final int[] unitStarts;
  private final int[] unitEnds;

  Words(String text, List<Word> read) {
    this.text = text;
    int size = read.size();
    words = new ArrayList<>(size);
    starts = new int[size];
    ends = new int[size];
    clauseStarts = new int[size];
    clauseEnds = new int[size];
    unitStarts = new int[size];
    unitEnds = new int[size];
    for (int i = 0; i < size; i++) {
      Word word = read.get(i);
      words.add(word.form());
      starts[i] = word.start();
      ends[i] = word.end();
      boolean clause = i == 0 || word.cut() == Cut.CLAUSE;
      boolean unit = clause || word.cut() == Cut.UNIT;
      clauseStarts[i] = clause ? i : clauseStarts[i - 1];
      unitStarts[i] = unit ? i : unitStarts[i - 1];
    }
    fillEnds(clauseStarts, clauseEnds);
    fillEnds(unitStarts, unitEnds);
  }

  /** What stands before a word: nothing, the border of a clause, the border of a unit. */
  enum Cut {
    NONE,
    UNIT,
    CLAUSE
  }

  /** One word on its way into a {@link Words}. */
  record Word(String form, int start, int end, Cut cut) {}

  private static void fillEnds(int[] starts, int[] ends) {
    int end = starts.length;
    for (int i = starts.length - 1; i >= 0; i--) {
      ends[i] = end;
      if (starts[i] == i) {
        end = i;
      }
    }
  }

  int size() {
    return words.size();
  }

  String word(int i) {
    return words.get(i);
  }

  /** Where a word begins in the original. */
  int start(int i) {
    return starts[i];
  }

  /** One past where a word ends in the original. */
  int end(int i) {
    return ends[i];
  }

  /** The word that begins at this place of the original, or a negative number. */
  int at(int start) {
    return Arrays.binarySearch(starts, start);
  }

  String text() {
    return text;
  }

  int clauseStart(int i) {
    return clauseStarts[i];
  }

  int clauseEnd(int i) {
    return clauseEnds[i];
  }

  int unitStart(int i) {
    return unitStarts[i];
  }

  int unitEnd(int i) {
    return unitEnds[i];
  }

  /**
   * The units that hold the words {@code from} to {@code to}, without the conjunction they begin
   * with.
   */
  Evidence evidence(int from, int to) {
    int first = unitStart(from);
    if (first < from && Cutting.CONJUNCTIONS.contains(words.get(first))) {
      first++;
    }
    return Evidence.of(text, starts[first], ends[unitEnd(to - 1) - 1]);
  }

  /** Whether a passage of the original has something of the words {@code from} to {@code to}. */
  boolean overlaps(Evidence passage, int from, int to) {
    return passage.start() < ends[to - 1] && passage.end() > starts[from];
  }

  /** The whole comment without the space around it. */
  Evidence whole() {
    if (text.isBlank()) {
      return new Evidence(0, 0, "");
    }
    int start = 0;
    int end = text.length();
    while (Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return Evidence.of(text, start, end);
  }
}
