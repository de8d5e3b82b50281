package org.heard.suite.broken;

import java.util.List;
import org.heard.suite.checker.Invariant;

/**
 * A mistake that the checker must find.
 *
 * @param name for people
 * @param violated the invariant that must be named
 * @param story in which the mistake shows; told with it and without
 * @param mistakes where it is made, all in one service
 */
record Control(String name, Invariant violated, Story story, List<Mutation> mistakes) {

  /** What happens to a suite in a trial. */
  interface Story {
    /** Tells it, up to where the checker can judge. */
    void tell(Trial trial) throws Exception;
  }

  String service() {
    return mistakes.get(0).module();
  }

  @Override
  public String toString() {
    return name;
  }
}
