package org.heard.feedback.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.heard.feedback.problem.ProblemException;

class JsonBodyFuzz {
  /** Read, and then the same when it is written and read again; or refused as unreadable. */
  @FuzzTest(maxDuration = "30s")
  void isReadOrRefused(byte[] body) {
    ObjectNode document;
    try {
      document = JsonBody.parse(body, 10_000);
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().status()).isEqualTo(400);
      return;
    }
    byte[] written = document.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(JsonBody.parse(written, 10_000).toString()).isEqualTo(document.toString());
  }
}
