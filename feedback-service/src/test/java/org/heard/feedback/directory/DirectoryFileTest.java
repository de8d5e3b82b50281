package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Limits of a file; it is refused before anything is written. */
class DirectoryFileTest {
  private record Limits(int maxFileBytes, int maxFileRows, int maxFileRowBytes)
      implements DirectorySettings {
    @Override
    public int maxBytes() {
      return 0;
    }

    @Override
    public int maxFileProblems() {
      return 10;
    }
  }

  private static final String ROWS = "kind,id,name\nward,W1,a\nward,W2,b\nward,W3,c\n";

  @Test
  void hasNoMoreRowsThanItMay() {
    assertThat(codeOf(new Limits(1000, 2, 1000))).isEqualTo(ErrorCode.TOO_MANY_RECORDS);
  }

  @Test
  void hasNoMoreBytesThanItMay() {
    assertThat(codeOf(new Limits(ROWS.length() - 1, 10, 1000))).isEqualTo(ErrorCode.BODY_TOO_LARGE);
  }

  private static ErrorCode codeOf(Limits limits) {
    ErrorCode[] code = new ErrorCode[1];
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                new DirectoryFile(null, limits, () -> 100)
                    .put(
                        new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8)),
                        true,
                        Set.of("O01")))
        .satisfies(refused -> code[0] = refused.problem().code());
    return code[0];
  }
}
