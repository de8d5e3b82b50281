package org.heard.feedback.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Collection;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** The records of a file, read once from its beginning, never holding more than one. */
public interface SourceRecords {
  /**
   * The next record, or null at the end.
   *
   * @throws ProblemException where nothing that follows can be told apart any more
   */
  SourceRecord next();

  /**
   * The records of a CSV file with a header row, its cells separated by commas.
   *
   * @param columns those that its header must name
   * @throws ProblemException {@code INVALID_HEADER}, {@code UNKNOWN_COLUMN}
   */
  static SourceRecords csv(InputStream content, Collection<String> columns, RecordLimits limits) {
    return CsvRecords.open(withoutMark(content), CellSeparator.COMMA, false, columns, limits);
  }

  /**
   * The same for a file whose sender may say what separates its cells, and is told so where it
   * looks as if another should have been said.
   */
  static SourceRecords csv(
      InputStream content,
      CellSeparator separator,
      Collection<String> columns,
      RecordLimits limits) {
    return CsvRecords.open(withoutMark(content), separator, true, columns, limits);
  }

  /**
   * The records of a file with one JSON object a line.
   *
   * @param columns those that must be there
   * @throws ProblemException {@code UNKNOWN_COLUMN}
   */
  static SourceRecords jsonLines(
      InputStream content, Collection<String> columns, RecordLimits limits) {
    LineReader lines =
        new LineReader(
            withoutMark(content), limits.maxRecordBytes(), Long.MAX_VALUE, Integer.MAX_VALUE);
    return JsonRecords.open(lines, columns, limits);
  }

  /** Drops a UTF-8 byte order mark and refuses files of UTF-16. */
  private static InputStream withoutMark(InputStream content) {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    PushbackInputStream pushback = new PushbackInputStream(content, mark.length);
    try {
      byte[] start = pushback.readNBytes(mark.length);
      if (start.length >= 2 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFE + 0xFF) {
        throw new ProblemException(
            ErrorCode.INVALID_ENCODING, "The file is UTF-16; save it as UTF-8.");
      }
      if (!Arrays.equals(start, mark)) {
        pushback.unread(start);
      }
      return pushback;
    } catch (IOException brokenOff) {
      throw FileBody.brokenOff();
    }
  }
}
