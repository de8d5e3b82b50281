package org.heard.feedback.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

class LineReaderFuzz {
  private static final int LONGEST = 20;
  private static final int MOST_BYTES = 200;
  private static final int MOST_LINES = 12;

  /** Its lines are the body, cut at line ends and nowhere else, within the limits. */
  @FuzzTest(maxDuration = "30s")
  void losesAndAddsNothing(byte[] body) {
    LineReader lines =
        new LineReader(new ByteArrayInputStream(body), LONGEST, MOST_BYTES, MOST_LINES);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    boolean whole = true;
    int number = 0;
    try {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        assertThat(line.number()).isEqualTo(++number);
        whole &= line.content() != null;
        if (line.content() != null) {
          assertThat(line.content()).hasSizeLessThanOrEqualTo(LONGEST).doesNotContain('\n');
          read.writeBytes(line.content());
          read.write('\n');
        }
      }
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().code()).isIn(ErrorCode.BODY_TOO_LARGE, ErrorCode.TOO_MANY_LINES);
      return;
    }
    assertThat(number).isLessThanOrEqualTo(MOST_LINES);
    if (whole) {
      boolean ended = body.length == 0 || body[body.length - 1] == '\n';
      assertThat(read.size()).isEqualTo(body.length + (ended ? 0 : 1));
      assertThat(java.util.Arrays.copyOf(read.toByteArray(), body.length)).isEqualTo(body);
    }
  }
}
