package org.heard.feedback.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.heard.feedback.problem.ProblemException;

class JsonRecordsFuzz {
  private static final RecordLimits LIMITS = new RecordLimits(200, 5);

  /**
   * Each record is whole or says why not, in the order of its lines; the file is read or refused.
   */
  @FuzzTest(maxDuration = "30s")
  void areReadOrRefused(byte[] file) {
    try {
      SourceRecords records =
          SourceRecords.jsonLines(
              new FileBody(new ByteArrayInputStream(file), 10_000), List.of("a"), LIMITS);
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
