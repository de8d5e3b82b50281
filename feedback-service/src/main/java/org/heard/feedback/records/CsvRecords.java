package org.heard.feedback.records;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * RFC 4180 with a header row. The library sees bytes as characters (ISO 8859-1): what separates
 * cells is ASCII, and so a cell that is not UTF-8 spoils its record and no other.
 */
final class CsvRecords implements SourceRecords {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Bounded bounded;
  private final RecordLimits limits;
  private final CellSeparator separator;
  private final boolean hasChoice;
  private List<String> header;

  private CsvRecords(
      CSVParser parser,
      Bounded bounded,
      CellSeparator separator,
      boolean hasChoice,
      RecordLimits limits) {
    this.parser = parser;
    this.separator = separator;
    this.hasChoice = hasChoice;
    this.records = parser.iterator();
    this.bounded = bounded;
    this.limits = limits;
  }

  /**
   * @param hasChoice whether the sender may name another separator
   */
  static CsvRecords open(
      InputStream content,
      CellSeparator separator,
      boolean hasChoice,
      Collection<String> columns,
      RecordLimits limits) {
    Bounded bounded =
        new Bounded(
            new InputStreamReader(content, StandardCharsets.ISO_8859_1), limits.maxRecordBytes());
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator.character())
            .setIgnoreEmptyLines(false)
            .get();
    try {
      CsvRecords file =
          new CsvRecords(
              CSVParser.builder().setReader(bounded).setFormat(format).get(),
              bounded,
              separator,
              hasChoice,
              limits);
      file.readHeader(columns);
      return file;
    } catch (IOException brokenOff) {
      throw FileBody.brokenOff();
    }
  }

  private void readHeader(Collection<String> columns) {
    CSVRecord first = firstFilled();
    if (first == null || first.size() > limits.maxColumns()) {
      throw new ProblemException(
          ErrorCode.INVALID_HEADER,
          "The first row names the columns, at most " + limits.maxColumns() + ".");
    }
    header = cells(first);
    if (header == null) {
      throw new ProblemException(
          ErrorCode.INVALID_ENCODING, "The header row is not UTF-8; save the file as UTF-8.");
    }
    Set<String> named = new HashSet<>();
    // Spreadsheets leave columns without a name at the end; nobody can ask for those.
    if (!header.stream().filter(name -> !name.isBlank()).allMatch(named::add)
        || header.stream().anyMatch(name -> name.indexOf(0) >= 0)) {
      throw new ProblemException(
          ErrorCode.INVALID_HEADER, "Two columns have the same name, or one has a NUL in it.");
    }
    if (!named.containsAll(columns)) {
      throw new ProblemException(
          ErrorCode.UNKNOWN_COLUMN,
          "The header row lacks "
              + ColumnNames.of(columns.stream().filter(name -> !named.contains(name)).toList())
              + "; it has "
              + ColumnNames.ofFile(header)
              + "."
              + hint());
    }
  }

  /**
   * A header that is one cell, with what separates cells elsewhere in it, says which it should be.
   */
  private String hint() {
    return hasChoice && header.size() == 1
        ? separator
            .otherIn(header.get(0))
            .map(
                other ->
                    " It is a single cell with a "
                        + other.code()
                        + " in it: say separator="
                        + other.code()
                        + ".")
            .orElse("")
        : "";
  }

  /** Quoted names with another separator between them are not CSV at all. */
  private CSVRecord firstFilled() {
    try {
      return nextFilled();
    } catch (ProblemException stopped) {
      if (!hasChoice || stopped.problem().code() != ErrorCode.INVALID_CSV) {
        throw stopped;
      }
      throw new ProblemException(
          ErrorCode.INVALID_CSV,
          stopped.problem().detail()
              + " If it is not a "
              + separator.code()
              + " that separates the cells, say which: separator=comma, semicolon or tab.");
    }
  }

  @Override
  public SourceRecord next() {
    long line = parser.getCurrentLineNumber() + 1;
    CSVRecord record = next(line);
    while (record != null && isEmptyLine(record)) {
      line = parser.getCurrentLineNumber() + 1;
      record = next(line);
    }
    return record == null ? null : read(line, record);
  }

  private CSVRecord nextFilled() {
    CSVRecord record = next(1);
    while (record != null && isEmptyLine(record)) {
      record = next(parser.getCurrentLineNumber() + 1);
    }
    return record;
  }

  private CSVRecord next(long line) {
    bounded.begin();
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException stopped) {
      if (stopped.getCause() instanceof CSVException) {
        // What follows a misplaced quote cannot be told apart from what it quotes.
        throw new ProblemException(
            ErrorCode.INVALID_CSV,
            "The file stops being CSV at line " + line + ": a quote is misplaced or not closed.");
      }
      if (stopped.getCause() instanceof TooLong) {
        throw new ProblemException(
            ErrorCode.INVALID_CSV,
            "The record at line " + line + " does not end: is a quote not closed?");
      }
      throw FileBody.brokenOff();
    }
  }

  private static boolean isEmptyLine(CSVRecord record) {
    return record.size() == 1 && record.get(0).isEmpty();
  }

  private SourceRecord read(long line, CSVRecord record) {
    if (record.stream().mapToLong(String::length).sum() > limits.maxRecordBytes()) {
      return SourceRecord.unreadable(line, ErrorCode.RECORD_TOO_LONG);
    }
    if (record.size() != header.size()) {
      return SourceRecord.unreadable(line, ErrorCode.WRONG_COLUMN_COUNT);
    }
    List<String> cells = cells(record);
    if (cells == null) {
      return SourceRecord.unreadable(line, ErrorCode.INVALID_ENCODING);
    }
    if (cells.stream().anyMatch(cell -> cell.indexOf(0) >= 0)) {
      return SourceRecord.unreadable(line, ErrorCode.NUL_CHARACTER);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int column = 0; column < cells.size(); column++) {
      if (!header.get(column).isBlank()) {
        values.put(header.get(column), cells.get(column));
      }
    }
    return SourceRecord.of(line, values);
  }

  /** The cells as text, or null if one of them is not UTF-8. */
  private static List<String> cells(CSVRecord record) {
    List<String> cells = new ArrayList<>(record.size());
    try {
      for (String bytes : record) {
        ByteBuffer utf8 = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
        cells.add(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
      }
      return cells;
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  /** Ends a record that goes on far beyond what one may hold, before it fills the memory. */
  private static final class Bounded extends FilterReader {
    /** The library reads ahead. */
    private static final int AHEAD = 64 * 1024;

    private final int max;
    private long read;

    Bounded(Reader reader, int max) {
      super(reader);
      this.max = max;
    }

    void begin() {
      read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (read > (long) max + AHEAD) {
        throw new TooLong();
      }
      int count = super.read(buffer, offset, length);
      read += Math.max(0, count);
      return count;
    }
  }

  private static final class TooLong extends IOException {}
}
