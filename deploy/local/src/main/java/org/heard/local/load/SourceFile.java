package org.heard.local.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** A file of records, read once from its beginning, one record at a time. */
interface SourceFile extends AutoCloseable {

  /** The next record, or null at the end. */
  SourceRow next() throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens JSON lines by the name's end ({@code .jsonl}, {@code .ndjson}), CSV with a header row
   * otherwise; UTF-8, with or without a byte order mark.
   *
   * @param content the file's bytes
   */
  static SourceFile open(Path file, InputStream content, Mapping mapping) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(withoutMark(content), StandardCharsets.UTF_8.newDecoder()));
    String name = file.getFileName().toString();
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return new JsonLines(reader);
    }
    return CsvFile.open(reader, mapping);
  }

  /**
   * Refuses a file that holds a mapped column nowhere, before anything of it is sent: a mistyped
   * name would leave out every comment.
   */
  static void requireColumns(Path file, Mapping mapping) throws IOException {
    Set<String> columns = new TreeSet<>();
    try (InputStream content = Files.newInputStream(file);
        SourceFile source = open(file, content, mapping)) {
      for (SourceRow row = source.next(); row != null; row = source.next()) {
        if (row.isReadable()) {
          columns.addAll(row.values().keySet());
        }
      }
    }
    if (!columns.isEmpty()) {
      mapping.requireColumns(columns);
    }
  }

  private static InputStream withoutMark(InputStream content) throws IOException {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    PushbackInputStream pushback = new PushbackInputStream(content, mark.length);
    byte[] start = pushback.readNBytes(mark.length);
    if (!Arrays.equals(start, mark)) {
      pushback.unread(start);
    }
    return pushback;
  }
}
