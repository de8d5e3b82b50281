package org.heard.feedback.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.heard.feedback.problem.ProblemException;

class FormBodyFuzz {
  private static final int MAX_BYTES = 2_000;

  /** What is read says the same when a browser sends it again. */
  @FuzzTest(maxDuration = "30s")
  void isReadOrRefused(byte[] body) {
    try {
      Map<String, String> values = read(body, MAX_BYTES);
      assertThat(values.values()).noneMatch(value -> value.indexOf(0) >= 0);
      String again =
          values.entrySet().stream()
              .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
              .collect(Collectors.joining("&"));
      assertThat(read(again.getBytes(UTF_8), Integer.MAX_VALUE - 1)).isEqualTo(values);
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().status()).isIn(400, 413);
    }
  }

  private static Map<String, String> read(byte[] body, int maxBytes) {
    return FormBody.read(new ByteArrayInputStream(body), maxBytes, 50);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
