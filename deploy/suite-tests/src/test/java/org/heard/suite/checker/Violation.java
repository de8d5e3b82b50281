package org.heard.suite.checker;

/**
 * An invariant that does not hold, and for what.
 *
 * @param effect what it means for the feedback itself
 * @param subject the id, place or count it is about
 */
public record Violation(Invariant invariant, Effect effect, String subject, String what) {

  /** What became of feedback. */
  public enum Effect {
    /** Something that was promised is not there. */
    LOST,
    /** Something is there more often than it was said. */
    DOUBLED,
    /** Neither. */
    OTHER
  }

  @Override
  public String toString() {
    return "%s violated (%s): %s %s".formatted(invariant, invariant.text(), subject, what);
  }
}
