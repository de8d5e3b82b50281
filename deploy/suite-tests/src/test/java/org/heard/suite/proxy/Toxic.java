package org.heard.suite.proxy;

import java.time.Duration;

/**
 * What a proxy does to its connections while it is in force.
 *
 * @param kind the fault
 * @param delay for {@link Kind#LATENCY}: how much later each piece arrives
 * @param bytes for {@link Kind#RESET}: of the request before the reset; for {@link Kind#CUT}: of
 *     the answer before the end
 */
public record Toxic(Kind kind, Duration delay, int bytes) {

  /** Faults of a network. */
  public enum Kind {
    /** Everything arrives late. */
    LATENCY,
    /** Nothing arrives in either direction; what was sent meanwhile arrives afterwards. */
    STALL,
    /** The connection is reset in the middle of what the client sends. */
    RESET,
    /** The answer ends in its middle. */
    CUT,
    /** The request arrives and is acted on, its answer never comes. */
    LOSE_ANSWER
  }

  public static Toxic latency(Duration delay) {
    return new Toxic(Kind.LATENCY, delay, 0);
  }

  public static Toxic stall() {
    return new Toxic(Kind.STALL, Duration.ZERO, 0);
  }

  public static Toxic resetAfter(int bytes) {
    return new Toxic(Kind.RESET, Duration.ZERO, bytes);
  }

  public static Toxic cutAfter(int bytes) {
    return new Toxic(Kind.CUT, Duration.ZERO, bytes);
  }

  public static Toxic loseAnswer() {
    return new Toxic(Kind.LOSE_ANSWER, Duration.ZERO, 0);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
