package org.heard.feedback.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void aBodyThatBreaksOffIsTheSendersFault() throws IOException {
    InputStream body =
        new SequenceInputStream(
            new ByteArrayInputStream("one\ntw".getBytes(StandardCharsets.UTF_8)), brokenOff());
    LineReader lines = new LineReader(body, 100, 1_024, 10);

    assertThat(lines.next().content()).asString().isEqualTo("one");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(lines::next)
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.INCOMPLETE_BODY));
  }

  @Test
  void takesNoMoreBytesOrLinesThanABatchMayHave() {
    String body = "one\ntwo\n";
    assertThat(codeOf(body, 8, 2)).isNull();
    assertThat(codeOf(body, 6, 2)).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    assertThat(codeOf(body, 8, 1)).isEqualTo(ErrorCode.TOO_MANY_LINES);
  }

  /** The code that reading to the end comes to, or null. */
  private static ErrorCode codeOf(String body, long maxBytes, int maxLines) {
    InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    LineReader lines = new LineReader(bytes, 100, maxBytes, maxLines);
    try {
      while (lines.next() != null) {
        // Only the end is of interest.
      }
      return null;
    } catch (ProblemException refused) {
      return refused.problem().code();
    }
  }

  private static InputStream brokenOff() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    return closed;
  }
}
