package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairingCodeTest {
  @Test
  void isReadHoweverItIsTyped() {
    String code = PairingCode.fresh();
    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
    assertThat(PairingCode.canonical(" " + code.toLowerCase(Locale.ROOT) + " "))
        .isEqualTo(PairingCode.canonical(code));
    assertThat(PairingCode.canonical("oil00-00000")).isEqualTo("0110000000");
  }

  @Test
  void isAnotherEachTime() {
    assertThat(Stream.generate(PairingCode::fresh).limit(1000)).doesNotHaveDuplicates();
  }
}
