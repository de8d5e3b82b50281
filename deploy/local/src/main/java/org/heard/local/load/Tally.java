package org.heard.local.load;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What became of the records. */
final class Tally {

  /** More would scroll the reason out of sight. */
  private static final int LISTED = 200;

  private long accepted;
  private long duplicate;
  private long rejected;
  private final List<String> rejections;

  /** Goes on counting from what an earlier run had counted. */
  Tally(Counts counts) {
    accepted = counts.accepted();
    duplicate = counts.duplicate();
    rejected = counts.rejected();
    rejections = new ArrayList<>(counts.rejections());
  }

  /**
   * Counts so far.
   *
   * @param rejections the first of them, as lines to print
   */
  record Counts(long accepted, long duplicate, long rejected, List<String> rejections) {
    static final Counts NONE = new Counts(0, 0, 0, List.of());
  }

  Counts counts() {
    return new Counts(accepted, duplicate, rejected, List.copyOf(rejections));
  }

  void add(long line, BatchDoor.Result result) {
    switch (result.status()) {
      case "accepted" -> accepted++;
      case "duplicate" -> duplicate++;
      default -> reject(line, result.code());
    }
  }

  void reject(long line, String code) {
    rejected++;
    if (rejections.size() < LISTED) {
      rejections.add("line " + line + ": " + code);
    }
  }

  boolean nothingRejected() {
    return rejected == 0;
  }

  /** Counts, and rejected lines by number and code; never what anybody wrote. */
  void print(PrintWriter out) {
    rejections.forEach(out::println);
    if (rejected > rejections.size()) {
      out.println("... and " + (rejected - rejections.size()) + " more lines rejected");
    }
    out.printf(
        "%d records: accepted %d, duplicate %d, rejected %d%n",
        accepted + duplicate + rejected, accepted, duplicate, rejected);
    out.flush();
  }
}
