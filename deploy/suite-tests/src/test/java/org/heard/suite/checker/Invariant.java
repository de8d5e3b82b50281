package org.heard.suite.checker;

/** What must hold whatever happens to the suite. */
public enum Invariant {
  I1("every acknowledged submission is stored once, as it was sent"),
  I2("every acknowledged submission is in the insights exactly once"),
  I3("nothing is stored or counted that nobody sent, or that was refused"),
  I4("the counts are the sums of the facts, here and in the service that keeps the record"),
  I5("at rest nothing waits to be published, and parked is exactly what was poisoned on purpose"),
  I6("the applied version of a submission never goes down, and at rest it is the published one"),
  I7("stored offsets never move back, and no record before them is left out"),
  I8("two answers to the same submission are equal, and only one request stored it"),
  I10("no log, metric, key, header or answer holds what a patient wrote, except where it is shown"),
  I11("after a fault feedback is taken in again and becomes visible within the bound"),
  I12("what is read during faults is old at worst, never wrong");

  private final String text;

  Invariant(String text) {
    this.text = text;
  }

  /** The invariant in words. */
  public String text() {
    return text;
  }
}
