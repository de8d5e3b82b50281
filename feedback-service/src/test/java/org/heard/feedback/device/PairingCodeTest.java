package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairingCodeTest {
  @Test
  void isReadHoweverItIsTyped() {
    String code = PairingCode.fresh();
    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
    assertThat(PairingCode.canonical(" " + code.toLowerCase(Locale.ROOT) + " "))
        .isEqualTo(PairingCode.canonical(code));
    assertThat(PairingCode.canonical("oil00-00000")).isEqualTo("0110000000");
  }

  @ParameterizedTest
  @CsvSource({
    "7QK2M-0ZD9X, true",
    "7qk2m 0zd9x, true",
    "oil00-00000, true",
    "7QK2M-0ZD9, false",
    "7QK2M-0ZD9XX, false",
    "7QK2M-0ZD9U, false",
    "x, false",
    "'', false"
  })
  void isToldFromWhatCannotBeOne(String typed, boolean one) {
    assertThat(PairingCode.isOne(typed)).isEqualTo(one);
  }

  @Test
  void isAnotherEachTime() {
    assertThat(Stream.generate(PairingCode::fresh).limit(1000)).doesNotHaveDuplicates();
  }
}
