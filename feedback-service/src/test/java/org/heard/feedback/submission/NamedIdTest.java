package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedIdTest {

  // RFC 9562, appendix A.4: version 5 of "www.example.com" in the namespace of DNS names.
  @Test
  void isVersion5AsTheStandardMakesIt() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(NamedId.version5(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }
}
