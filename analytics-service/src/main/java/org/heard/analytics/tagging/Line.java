package org.heard.analytics.tagging;

import java.util.List;
import java.util.function.ToIntFunction;

/** One line of the lexicon made ready to be found: its words are places of sets. */
final class Line {

  private static final int NONE = -1;

  private final Cue cue;
  private final int[] sets;
  private final int[] gaps;
  private final boolean[] optional;
  private final int unless;
  private final int near;
  private final int around;
  private final int except;

  /**
   * @param place gives each set its place among the bits of a {@link Vocabulary.Entry}
   */
  Line(Cue cue, ToIntFunction<WordSet> place) {
    this.cue = cue;
    List<Phrase.Step> steps = cue.phrase().steps();
    sets = steps.stream().mapToInt(step -> place.applyAsInt(step.words())).toArray();
    gaps = steps.stream().mapToInt(Phrase.Step::gap).toArray();
    optional = new boolean[sets.length];
    for (int i = 0; i < optional.length; i++) {
      optional[i] = steps.get(i).optional();
    }
    unless = place(cue.unless(), place);
    near = place(cue.near(), place);
    around = place(cue.around(), place);
    except = place(cue.except(), place);
  }

  private static int place(WordSet set, ToIntFunction<WordSet> place) {
    return set.isEmpty() ? NONE : place.applyAsInt(set);
  }

  Cue cue() {
    return cue;
  }

  /** Whether it may stand in a comment that has words of these sets and answers this question. */
  boolean possible(long[] anywhere, Question question) {
    if (cue.question() != null && cue.question() != question) {
      return false;
    }
    for (int i = 1; i < sets.length; i++) {
      if (!optional[i] && missing(anywhere, sets[i])) {
        return false;
      }
    }
    return (near == NONE || !missing(anywhere, near))
        && (around == NONE || !missing(anywhere, around));
  }

  private static boolean missing(long[] anywhere, int set) {
    return (anywhere[set >> 6] & (1L << set)) == 0;
  }

  /** The index after the last word when the line begins at {@code from}, else -1. */
  int matchEnd(Words words, Vocabulary.Entry[] entries, int from) {
    Phrase.Anchor first = cue.phrase().first();
    if ((first == Phrase.Anchor.COMMENT && from != 0)
        || (first == Phrase.Anchor.CLAUSE && from != words.clauseStart(from))) {
      return -1;
    }
    return match(entries, from, 0, words.clauseEnd(from));
  }

  private int match(Vocabulary.Entry[] entries, int at, int step, int limit) {
    if (step == sets.length) {
      return endsWell(entries, at, limit) ? at : -1;
    }
    int furthest = Math.min(limit - 1, at + gaps[step]);
    for (int i = at; i <= furthest; i++) {
      if (entries[i].in(sets[step])) {
        int end = match(entries, i + 1, step + 1, limit);
        if (end >= 0) {
          return end;
        }
      }
    }
    return optional[step] ? match(entries, at, step + 1, limit) : -1;
  }

  private boolean endsWell(Vocabulary.Entry[] entries, int end, int limit) {
    return switch (cue.phrase().last()) {
      case ANYWHERE -> true;
      case CLAUSE -> end == limit;
      case COMMENT -> end == entries.length;
    };
  }

  /** Whether what stands round a finding lets it count. */
  boolean counts(Words words, Vocabulary.Entry[] entries, int at, int end) {
    if (unless != NONE && any(entries, unless, words.unitStart(at), words.unitEnd(end - 1))) {
      return false;
    }
    if (near != NONE && !any(entries, near, words.clauseStart(at), words.clauseEnd(at))) {
      return false;
    }
    int from = Math.max(0, at - Lexicon.AROUND);
    int to = Math.min(entries.length, end + Lexicon.AROUND);
    return (around == NONE || any(entries, around, from, to))
        && (except == NONE || !any(entries, except, from, to));
  }

  private static boolean any(Vocabulary.Entry[] entries, int set, int from, int to) {
    for (int i = from; i < to; i++) {
      if (entries[i].in(set)) {
        return true;
      }
    }
    return false;
  }
}
