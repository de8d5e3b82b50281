package org.heard.analytics.tagging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a lexicon file of {@code /tagging}, without notes. */
final class LexiconLines {

  private LexiconLines() {}

  static List<String> of(String file) {
    try (InputStream in = LexiconLines.class.getResourceAsStream("/tagging/" + file)) {
      if (in == null) {
        throw new IllegalStateException("lexicon file missing: " + file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return joined(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line that begins with two spaces goes on from the one before. */
  static List<String> joined(List<String> written) {
    List<String> lines = new ArrayList<>();
    for (String raw : written) {
      String line = withoutNote(raw);
      if (raw.startsWith("  ") && !line.isEmpty()) {
        String space = line.startsWith("|") ? "" : " ";
        lines.add(lines.remove(lines.size() - 1) + space + line);
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String withoutNote(String line) {
    int note = line.indexOf("//");
    return (note < 0 ? line : line.substring(0, note)).strip();
  }
}
