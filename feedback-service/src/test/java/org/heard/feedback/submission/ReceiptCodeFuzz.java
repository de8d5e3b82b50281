package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class ReceiptCodeFuzz {
  /** A code has one canonical form, however it was written; everything else is none. */
  @FuzzTest(maxDuration = "30s")
  void hasOneFormOrIsNone(byte[] written) {
    String code = ReceiptCode.canonical(new String(written, StandardCharsets.UTF_8));
    if (code != null) {
      assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]");
      assertThat(ReceiptCode.canonical(code)).isEqualTo(code);
      assertThat(ReceiptCode.canonical(code.toLowerCase(java.util.Locale.ROOT))).isEqualTo(code);
    }
  }
}
