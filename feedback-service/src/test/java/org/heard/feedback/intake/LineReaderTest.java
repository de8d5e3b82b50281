package org.heard.feedback.intake;

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
  private record Limits(long maxBytes, int maxLines, int chunkLines) implements BatchSettings {}

  @Test
  void aBodyThatBreaksOffIsTheSendersFault() throws IOException {
    InputStream body =
        new SequenceInputStream(
            new ByteArrayInputStream("one\ntw".getBytes(StandardCharsets.UTF_8)), brokenOff());
    LineReader lines = new LineReader(body, 100, new Limits(1_024, 10, 1));

    assertThat(lines.next().content()).asString().isEqualTo("one");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(lines::next)
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.INCOMPLETE_BODY));
  }

  private static InputStream brokenOff() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    return closed;
  }
}
