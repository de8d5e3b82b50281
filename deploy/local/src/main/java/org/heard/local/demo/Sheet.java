package org.heard.local.demo;

import java.util.Set;

/**
 * What one person brings to the form in front of them.
 *
 * @param mood 1 very good to 5 very poor
 * @param fewWords how likely an answer is of three words or so
 * @param topics what they have written about so far; grows
 */
record Sheet(
    DemoWard ward,
    Writer writer,
    Handwriting hand,
    int mood,
    double fewWords,
    Set<String> topics,
    Dice dice) {

  /** The same person with something to say that nobody puts hearts beside. */
  Sheet complaining() {
    return hand == Handwriting.CHEERFUL
        ? new Sheet(ward, writer, Handwriting.NO_FULL_STOP, mood, fewWords, topics, dice)
        : this;
  }
}
