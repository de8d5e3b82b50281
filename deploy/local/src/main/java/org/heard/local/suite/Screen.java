package org.heard.local.suite;

import java.io.PrintWriter;
import java.time.Duration;

/** What a person who started the suite reads: lines with the time since the start. */
final class Screen {

  private final PrintWriter out;
  private final long start = System.nanoTime();

  Screen(PrintWriter out) {
    this.out = out;
  }

  /** A line with the seconds since the start before it. */
  synchronized void step(String text) {
    out.printf("%6.1f s  %s%n", elapsed().toMillis() / 1000.0, text);
    out.flush();
  }

  /** Lines as they are. */
  synchronized void print(String text) {
    out.println(text);
    out.flush();
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
