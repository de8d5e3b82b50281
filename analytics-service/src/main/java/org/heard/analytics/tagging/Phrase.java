package org.heard.analytics.tagging;

import java.util.List;

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
}
