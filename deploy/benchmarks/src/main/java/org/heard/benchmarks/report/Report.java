package org.heard.benchmarks.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Progress while it is measured, and the table at the end. */
public final class Report {
  private static final String[] HEAD = {"what", "measured", "limit", "ratio", "target", ""};

  private final PrintWriter out;
  private final List<Row> rows = new ArrayList<>();
  private final long start = System.nanoTime();

  /** Prints to {@code out}. */
  public Report(PrintWriter out) {
    this.out = out;
  }

  /** Says what begins now. */
  public void step(String text) {
    line("[%4d s] %s".formatted((System.nanoTime() - start) / 1_000_000_000, text));
  }

  /** A line of its own. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Adds a row to the table. */
  public void add(Row row) {
    rows.add(row);
  }

  /** Prints the table, a Markdown one, so that it can be kept as it is. */
  public void table() {
    List<String[]> cells = new ArrayList<>();
    cells.add(HEAD);
    for (Row row : rows) {
      cells.add(
          new String[] {
            row.what(), row.measured(), row.limit(), row.ratio(), row.target(), row.verdict()
          });
    }
    int[] widths = new int[HEAD.length];
    for (String[] line : cells) {
      for (int i = 0; i < line.length; i++) {
        widths[i] = Math.max(Math.max(3, widths[i]), line[i].length());
      }
    }
    line("");
    for (int i = 0; i < cells.size(); i++) {
      line(padded(cells.get(i), widths));
      if (i == 0) {
        line(rule(widths));
      }
    }
    line("");
  }

  private static String padded(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < cells.length; i++) {
      line.append(' ')
          .append(cells[i])
          .append(" ".repeat(widths[i] - cells[i].length()))
          .append(" |");
    }
    return line.toString();
  }

  private static String rule(int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int width : widths) {
      line.append("-".repeat(width + 2)).append('|');
    }
    return line.toString();
  }
}
