package org.heard.feedback.overload;

import java.util.HashMap;
import java.util.Map;

/** How many of a few places each holder has; nobody may have them all. */
public final class Shares {
  private final int maxEach;
  private final Map<String, Integer> held = new HashMap<>();

  /**
   * @param maxEach places that one holder may have
   */
  public Shares(int maxEach) {
    this.maxEach = maxEach;
  }

  /** Gives a place to the holder; false if it has as many as it may. */
  public synchronized boolean enter(String holder) {
    int before = held.getOrDefault(holder, 0);
    if (before >= maxEach) {
      return false;
    }
    held.put(holder, before + 1);
    return true;
  }

  /** Takes back a place that was given. */
  public synchronized void leave(String holder) {
    held.computeIfPresent(holder, (same, before) -> before == 1 ? null : before - 1);
  }
}
