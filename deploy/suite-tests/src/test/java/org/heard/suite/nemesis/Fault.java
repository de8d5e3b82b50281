package org.heard.suite.nemesis;

/** Something that goes wrong with one part of the suite, and its end. */
interface Fault {
  FaultKind kind();

  /** What it is done to. */
  String target();

  /** Brings it about. */
  void begin() throws Exception;

  /** Takes it away again; what a kill broke, {@code up} mends. */
  void end() throws Exception;

  /** Whether anybody has felt it since it began. */
  default boolean isFelt() {
    return true;
  }

  /** Whether it lasts at all; a kill is over once it is done. */
  default boolean lasts() {
    return true;
  }
}
