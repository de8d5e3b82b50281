package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;

/** What the lexicon says, as keys: in full where it stands, in short elsewhere in the comment. */
final class LexiconFeatures {

  /** Findings that make no tag by themselves. Alerts are not among them: they are no theme. */
  private static final List<String> GROUPS =
      List.of(
          "praise",
          "dissatisfaction",
          "nothing",
          "no-complaint",
          "sarcasm",
          "negator",
          "wish",
          "good",
          "bad",
          "severity");

  /** One finding: its keys, and which of the short keys it has. */
  private record Mark(Hit hit, long[] keys, int shortKey) {}

  private final List<Mark> marks = new ArrayList<>();
  private final List<Long> shortKeys = new ArrayList<>();
  private final List<Integer> marksOfShortKey = new ArrayList<>();

  LexiconFeatures(ReadComment comment, long question) {
    for (ReadComment.Suggestion suggestion : comment.suggestions()) {
      add(suggestion, question);
    }
    Reading reading = comment.reading();
    for (String group : GROUPS) {
      long name = Hashes.of(group);
      for (Hit hit : reading.group(group)) {
        long[] keys = {
          Hashes.of(51, name, reading.negated(hit) ? 1 : 0),
          Hashes.of(52, name, Hashes.of(hit.cue().theme())),
          Hashes.of(53, name, question)
        };
        marks.add(new Mark(hit, keys, shortKey(Hashes.of(54, name))));
      }
    }
  }

  private void add(ReadComment.Suggestion suggestion, long question) {
    Tag tag = suggestion.tag();
    long theme = Hashes.of(tag.theme());
    long polarity = Hashes.of(tag.polarity().code());
    long[] keys = {
      Hashes.of(40, theme),
      Hashes.of(41, theme, polarity),
      Hashes.of(42, theme, polarity, (long) (tag.confidence() * 5)),
      suggestion.key(),
      Hashes.of(44, polarity),
      Hashes.of(45, theme, polarity, question)
    };
    marks.add(new Mark(suggestion.hit(), keys, shortKey(Hashes.of(46, theme, polarity))));
  }

  private int shortKey(long key) {
    int place = shortKeys.indexOf(key);
    if (place < 0) {
      shortKeys.add(key);
      marksOfShortKey.add(0);
      place = shortKeys.size() - 1;
    }
    marksOfShortKey.set(place, marksOfShortKey.get(place) + 1);
    return place;
  }

  void addAll(FeatureBag bag) {
    marks.forEach(mark -> addKeys(mark, bag));
  }

  void add(int from, int to, FeatureBag bag) {
    int[] here = new int[shortKeys.size()];
    for (Mark mark : marks) {
      if (mark.hit().from() < to && mark.hit().to() > from) {
        addKeys(mark, bag);
        here[mark.shortKey()]++;
      }
    }
    for (int i = 0; i < here.length; i++) {
      if (marksOfShortKey.get(i) > here[i]) {
        bag.add(shortKeys.get(i));
      }
    }
  }

  private static void addKeys(Mark mark, FeatureBag bag) {
    for (long key : mark.keys()) {
      bag.add(key);
    }
  }
}
