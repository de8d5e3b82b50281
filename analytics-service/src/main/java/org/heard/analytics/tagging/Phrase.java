package org.heard.analytics.tagging;

import java.util.List;
import java.util.Set;

/**
 * A sequence of words to be found inside one clause: alternatives, gaps of bounded length, optional
 * words and anchors. The work per starting word is bounded by the gaps written in the lexicon.
 */
record Phrase(List<Step> steps, Anchor first, Anchor last, boolean negated) {

  /** Where an end of the phrase must lie. */
  enum Anchor {
    ANYWHERE,
    CLAUSE,
    COMMENT
  }

  /** One word of the phrase; up to {@code gap} other words may stand before it. */
  record Step(WordSet words, int gap, boolean optional) {}

  /** Whether each word it needs is among these. */
  boolean within(Set<String> words) {
    return steps.stream()
        .allMatch(step -> step.optional() || words.stream().anyMatch(step.words()::contains));
  }

  /** The index after the last word when the phrase begins at {@code from}, else -1. */
  int matchEnd(Words words, int from) {
    if (first == Anchor.COMMENT && from != 0) {
      return -1;
    }
    if (first == Anchor.CLAUSE && from != words.clauseStart(from)) {
      return -1;
    }
    return match(words, from, 0, words.clauseEnd(from));
  }

  private int match(Words words, int at, int step, int limit) {
    if (step == steps.size()) {
      return endsWell(words, at, limit) ? at : -1;
    }
    Step wanted = steps.get(step);
    int furthest = Math.min(limit - 1, at + wanted.gap());
    for (int i = at; i <= furthest; i++) {
      if (wanted.words().contains(words.word(i))) {
        int end = match(words, i + 1, step + 1, limit);
        if (end >= 0) {
          return end;
        }
      }
    }
    return wanted.optional() ? match(words, at, step + 1, limit) : -1;
  }

  private boolean endsWell(Words words, int end, int limit) {
    return switch (last) {
      case ANYWHERE -> true;
      case CLAUSE -> end == limit;
      case COMMENT -> end == words.size();
    };
  }
}
