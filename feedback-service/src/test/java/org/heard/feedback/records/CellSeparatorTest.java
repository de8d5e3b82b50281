package org.heard.feedback.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellSeparatorTest {
  @ParameterizedTest
  @EnumSource
  void isSaidByNameOrByItself(CellSeparator separator) {
    assertThat(CellSeparator.parse(separator.code())).contains(separator);
    assertThat(CellSeparator.parse(String.valueOf(separator.character()))).contains(separator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "|", "Comma", ",,", "\\t"})
  void isNothingElse(String said) {
    assertThat(CellSeparator.parse(said)).isEmpty();
  }
}
