package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NhsNumberTest {
  @ParameterizedTest
  @CsvSource({
    "9990000018, true",
    "9990000019, false",
    "9434765919, true",
    "9434765918, false",
    // Nine digits whose check would be 10 never make a number.
    "9990000620, false",
    "123, false"
  })
  void knowsItsCheckDigit(String digits, boolean valid) {
    assertThat(NhsNumber.isValid(digits)).isEqualTo(valid);
  }
}
