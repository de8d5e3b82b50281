package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heard.feedback.redaction.Redaction.Removed;

class RedactorFuzz {
  private final Redactor redactor = new Redactor(List.of());

  /** What is left is the text with tokens in the places that are named, and nothing else. */
  @FuzzTest(maxDuration = "30s")
  void changesWhatItSaysAndNothingElse(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    Redaction redaction = redactor.redact(text, PlaceNames.NONE, new NameTokens(), true);
    StringBuilder expected = new StringBuilder();
    int from = 0;
    for (Removed removed : redaction.removed()) {
      assertThat(removed.start()).isGreaterThanOrEqualTo(from);
      assertThat(removed.end()).isBetween(removed.start() + 1, text.length());
      expected.append(text, from, removed.start()).append(removed.token());
      from = removed.end();
    }
    assertThat(redaction.text()).isEqualTo(expected + text.substring(from));
  }
}
