package org.heard.feedback.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.heard.feedback.problem.ProblemException;

/** What holds for every file, whatever its format. */
final class ReadOrRefused {
  private static final RecordLimits LIMITS = new RecordLimits(200, 5);
  private static final int MAX_BYTES = 10_000;

  private ReadOrRefused() {}

  /** A way to read a file. */
  interface Format {
    SourceRecords open(FileBody body, List<String> columns, RecordLimits limits);
  }

  /**
   * Each record is whole or says why not, in the order of its lines; the file is read or refused.
   */
  static void require(Format format, byte[] file) {
    try {
      SourceRecords records =
          format.open(
              new FileBody(new ByteArrayInputStream(file), MAX_BYTES), List.of("a"), LIMITS);
      long line = 0;
      for (SourceRecord record = records.next(); record != null; record = records.next()) {
        assertThat(record.line()).isGreaterThan(line);
        line = record.line();
        assertThat(record.values() == null).isEqualTo(record.problem() != null);
        if (record.values() != null) {
          assertThat(record.values().values())
              .allMatch(value -> value == null || value.indexOf(0) < 0);
        }
      }
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().status()).isIn(413, 422);
    }
  }
}
