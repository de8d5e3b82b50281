package org.heard.analytics.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;

/**
 * Reads texts that people invented: comments that must raise an alert, and near misses that must
 * not. CSV with a head, of the columns {@code text, question, rating, category} and others; a row
 * whose {@code half} is {@code y} is kept for measuring only.
 */
public final class InventedTexts {

  /** The files of each writer. */
  static final List<List<String>> WRITERS =
      List.of(
          List.of("alerts-invented.csv", "alerts-near-misses.csv"),
          List.of("alerts-unseen.csv", "near-misses-unseen.csv"),
          List.of(
              "alerts-third.csv",
              "near-misses-third.csv",
              "alerts-later.csv",
              "near-misses-later.csv"));

  private static final String MEASURED = "y";

  private InventedTexts() {}

  /**
   * One invented text.
   *
   * @param category what it must raise; null for a near miss
   * @param measured whether nothing may be learnt from it
   */
  public record Invented(CommentText comment, AlertCategory category, boolean measured) {}

  /** All texts of a file, in its order. */
  public static List<Invented> read(Path file) throws IOException {
    List<List<String>> rows = rows(file);
    List<String> head = rows.get(0);
    return rows.stream().skip(1).map(row -> invented(head, row)).toList();
  }

  private static Invented invented(List<String> head, List<String> row) {
    String rating = row.get(head.indexOf("rating")).strip();
    String category = row.get(head.indexOf("category")).strip();
    int half = head.indexOf("half");
    return new Invented(
        new CommentText(
            Question.of(row.get(head.indexOf("question"))).orElse(null),
            rating.isEmpty() ? null : Integer.valueOf(rating),
            row.get(head.indexOf("text"))),
        category.isEmpty() ? null : AlertCategory.of(category),
        half >= 0 && row.get(half).equals(MEASURED));
  }

  /**
   * The rows of a CSV file, its head first; quoted values may hold commas, quotes and line ends.
   */
  public static List<List<String>> rows(Path file) throws IOException {
    String text = Files.readString(file);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        value.append(c);
      }
    }
    return rows;
  }
}
