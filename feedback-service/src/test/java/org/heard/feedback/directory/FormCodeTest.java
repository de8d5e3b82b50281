package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormCodeTest {
  @Test
  void isReadHoweverItIsTyped() {
    String code = FormCode.fresh();
    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{6}");
    assertThat(FormCode.canonical(code)).isEqualTo(code);
    String typed = code.substring(0, 3) + "-" + code.substring(3) + " ";
    assertThat(FormCode.canonical(typed.toLowerCase(Locale.ROOT))).isEqualTo(code);
    assertThat(FormCode.canonical("oilOIL")).isEqualTo("011011");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345U", "12345é", "1234 5 6 7 8 9", "１２３４５６"})
  void isNoneIfItIsAnythingElse(String typed) {
    assertThat(FormCode.canonical(typed)).isNull();
  }

  @Test
  void isAnotherEachTime() {
    assertThat(Stream.generate(FormCode::fresh).limit(100)).doesNotHaveDuplicates();
  }
}
