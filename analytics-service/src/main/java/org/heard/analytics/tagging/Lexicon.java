package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines of the lexicon in a comment. Every word is looked up once; from then on a line
 * only asks for bits: whether its words stand in the comment at all, and whether one stands here.
 */
final class Lexicon {

  static final List<String> FILES =
      List.of("words.txt", "compassion.txt", "practical.txt", "general.txt", "alerts.txt");

  /** How many words before and after a finding are around it. */
  static final int AROUND = 20;

  private final Vocabulary vocabulary;

  private Lexicon(List<Cue> cues) {
    vocabulary = new Vocabulary(cues);
  }

  static Lexicon load() {
    return load(FILES);
  }

  /** Of these files only. */
  static Lexicon load(List<String> files) {
    return new Lexicon(LexiconReader.read(files));
  }

  /** All lines found, by place; a line may be found at several places. */
  List<Hit> find(Words words, Question question) {
    Vocabulary.Entry[] entries = new Vocabulary.Entry[words.size()];
    long[] anywhere = vocabulary.noSets();
    for (int i = 0; i < entries.length; i++) {
      entries[i] = vocabulary.entry(words.word(i));
      entries[i].addTo(anywhere);
    }
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < entries.length; i++) {
      for (Line line : entries[i].begins()) {
        if (line.possible(anywhere, question)) {
          add(line, words, entries, i, hits);
        }
      }
    }
    return hits;
  }

  private static void add(
      Line line, Words words, Vocabulary.Entry[] entries, int at, List<Hit> hits) {
    int end = line.matchEnd(words, entries, at);
    if (end > at && line.counts(words, entries, at, end)) {
      hits.add(new Hit(line.cue(), at, end));
    }
  }
}
