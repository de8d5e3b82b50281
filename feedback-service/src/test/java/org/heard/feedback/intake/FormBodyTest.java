package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heard.feedback.Allocated;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormBodyTest {
  @Test
  void isReadAsABrowserWritesIt() {
    assertThat(read("a=b+c%21&caf%C3%A9=%F0%9F%98%80&empty=&flag&lines=1%0D%0A2%0A3"))
        .isEqualTo(Map.of("a", "b c!", "café", "😀", "empty", "", "flag", "", "lines", "1\n2\n3"));
    assertThat(read("")).isEmpty();
    assertThat(read("raw=é")).isEqualTo(Map.of("raw", "é"));
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&a=2, INVALID_FORM",
    "a=%, INVALID_FORM",
    "a=%zz, INVALID_FORM",
    "a=%-1, INVALID_FORM",
    "a=%FF, INVALID_FORM",
    "a=%ED%A0%80, INVALID_FORM",
    "a=%00, NUL_CHARACTER",
    "%00=a, NUL_CHARACTER"
  })
  void isRefusedIfItCannotBeRead(String body, ErrorCode code) {
    assertThat(refused(body, 1000)).isEqualTo(code);
  }

  @Test
  void hasSoManyBytesAndFields() {
    assertThat(FormBody.read(stream("a=12345678"), 10, 50)).hasSize(1);
    assertThat(refused("a=123456789", 10)).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    assertThat(read(fields(50))).hasSize(50);
    assertThat(refused(fields(51), 1000)).isEqualTo(ErrorCode.INVALID_FORM);
  }

  /** Anybody may send one, before a credential is asked for. */
  @Test
  void manyFieldsTakeNoMoreThanTheirBytes() {
    for (String pair : new String[] {"&", "a&", "%41=&"}) {
      byte[] body = pair.repeat(262_144 / pair.length()).getBytes(StandardCharsets.UTF_8);
      assertThat(
              Allocated.by(
                  () ->
                      catchThrowable(
                          () -> FormBody.read(new ByteArrayInputStream(body), 262_144, 50))))
          .as(pair)
          .isLessThan(4L * body.length);
    }
  }

  private static String fields(int count) {
    return IntStream.range(0, count).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
  }

  private static Map<String, String> read(String body) {
    return FormBody.read(stream(body), 1000, 50);
  }

  private static ErrorCode refused(String body, int max) {
    return catchThrowableOfType(ProblemException.class, () -> FormBody.read(stream(body), max, 50))
        .problem()
        .code();
  }

  private static ByteArrayInputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }
}
