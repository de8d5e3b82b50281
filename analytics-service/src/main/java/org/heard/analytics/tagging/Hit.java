package org.heard.analytics.tagging;

/** A line of the lexicon found at the words {@code from} (inclusive) to {@code to} (exclusive). */
record Hit(Cue cue, int from, int to) {

  boolean covers(Hit other) {
    return from <= other.from && to >= other.to;
  }

  boolean covers(int word) {
    return from <= word && word < to;
  }

  int length() {
    return to - from;
  }

  boolean of(String group) {
    return cue.group().equals(group);
  }
}
