package org.heard.local.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.heard.local.run.CommandFailure;

/** RFC 4180 with a header row. */
final class CsvFile implements SourceFile {

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;

  private CsvFile(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
    this.header = parser.getHeaderNames();
  }

  static CsvFile open(BufferedReader reader, Mapping mapping) throws IOException {
    try {
      CSVParser parser =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .setIgnoreEmptyLines(true)
              .get()
              .parse(reader);
      requireHeader(parser.getHeaderNames());
      mapping.requireColumns(parser.getHeaderNames());
      return new CsvFile(parser);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage("The file's header row is no header: " + e.getMessage());
    }
  }

  private static void requireHeader(List<String> names) {
    if (names.isEmpty()) {
      throw CommandFailure.usage("The file is empty.");
    }
    for (String name : names) {
      if (Collections.frequency(names, name) > 1) {
        throw CommandFailure.usage("The file has two columns '" + name + "'.");
      }
    }
  }

  @Override
  public SourceRow next() throws IOException {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext() ? row(line, records.next()) : null;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        // What follows an unclosed quote cannot be told apart from what it quotes.
        throw CommandFailure.failed("The file stops being CSV at line " + line + ".");
      }
      throw e.getCause();
    }
  }

  private SourceRow row(long line, CSVRecord record) {
    if (record.size() != header.size()) {
      return SourceRow.unreadable(line);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int column = 0; column < header.size(); column++) {
      values.put(header.get(column), record.get(column));
    }
    return new SourceRow(line, values);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
