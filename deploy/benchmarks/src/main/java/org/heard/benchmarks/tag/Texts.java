package org.heard.benchmarks.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Invented comments, one a line, of the lengths that people write at a kiosk. */
public final class Texts {
  private static final String FILE = "texts.txt";

  private Texts() {}

  /** None holds a quotation mark or a backslash: they stand in JSON as they are. */
  public static List<String> invented() {
    try (InputStream file = Texts.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
