package org.heard.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Invented comments in files as a trust would have them. */
final class Comments {
  private static final List<String> TEXTS =
      List.of(
          "The nurses were kind and told me what came next",
          "Nobody came when I rang the bell",
          "Lovely staff, cold soup",
          "They listened to my daughter",
          "Told three different things by three doctors",
          "Nothing was too much trouble",
          "Waited four hours for my tablets",
          "I felt safe all night");

  private Comments() {}

  /**
   * A CSV file of {@code rows} rows with the columns ref, comment and score; each row is its own.
   */
  static Path csv(Path folder, int rows) {
    StringBuilder csv = new StringBuilder("ref,comment,score\n");
    for (int i = 1; i <= rows; i++) {
      csv.append(
          "r%d,\"%s, said bed %d.\",%d%n".formatted(i, TEXTS.get(i % TEXTS.size()), i, i % 6 + 1));
    }
    try {
      return Files.writeString(folder.resolve("comments-" + rows + ".csv"), csv);
    } catch (IOException full) {
      throw new AssertionError(full);
    }
  }
}
