package org.heard.local.load;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells how far the file is: a bar that redraws itself on a terminal, lines otherwise. */
final class Progress {

  private static final int WIDTH = 30;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final boolean terminal;
  private final long totalBytes;
  private final long start = System.nanoTime();
  private long lastLine = start;

  Progress(PrintWriter out, boolean terminal, long totalBytes) {
    this.out = out;
    this.terminal = terminal;
    this.totalBytes = Math.max(1, totalBytes);
  }

  void at(long bytes) {
    long now = System.nanoTime();
    int percent = (int) Math.min(100, bytes * 100 / totalBytes);
    String text =
        "%3d %%  %,d KB  %d s".formatted(percent, bytes / 1024, (now - start) / 1_000_000_000);
    if (terminal) {
      int full = WIDTH * percent / 100;
      out.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text + "  ");
      out.flush();
    } else if (now - lastLine >= BETWEEN_LINES.toNanos()) {
      lastLine = now;
      line(text);
    }
  }

  /** A message between; the bar comes back with the next step. */
  void message(String text) {
    if (terminal) {
      out.print("\r" + " ".repeat(WIDTH * 3) + "\r");
    }
    line(text);
  }

  void end() {
    if (terminal) {
      out.println();
      out.flush();
    }
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}
