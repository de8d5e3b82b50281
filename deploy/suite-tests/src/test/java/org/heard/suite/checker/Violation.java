package org.heard.suite.checker;

/**
 * An invariant that does not hold, and for what.
 *
 * @param subject the id, place or count it is about
 */
public record Violation(Invariant invariant, String subject, String what) {
  @Override
  public String toString() {
    return "%s violated (%s): %s %s".formatted(invariant, invariant.text(), subject, what);
  }
}
