package org.heard.feedback.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

  @Test
  void aBodyThatBreaksOffIsTheSendersFault() throws IOException {
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(new byte[9]), brokenOff());
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> JsonBody.read(broken, 100))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.INCOMPLETE_BODY));
  }

  private static InputStream brokenOff() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    return closed;
  }
}
