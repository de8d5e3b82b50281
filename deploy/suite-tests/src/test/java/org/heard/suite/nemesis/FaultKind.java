package org.heard.suite.nemesis;

/** The kinds of faults that are counted in the report. */
enum FaultKind {
  KILL("killed (SIGKILL)"),
  PAUSE("paused (SIGSTOP, SIGCONT)"),
  LATENCY("latency"),
  STALL("connections stalled"),
  RESET("connections reset"),
  CUT("answers cut in the middle"),
  LOSE_ANSWER("answers lost after the commit"),
  CLOCK("clock jump"),
  DISK_FULL("disk full");

  private final String text;

  FaultKind(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
