package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {

  private static Words read(String text) {
    return new Normaliser(Map.of()).read(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ring [PHONE] please | ring please",
        "[NHS-NUMBER] | ''",
        "in [BED] by [STAFF-1] and [PERSON-2] | in by staff 1 and person 2",
        "[phone] [TELEPHONE] [PHONE [LINK | phone telephone phone link"
      })
  void whatRedactionWroteIsNoWord(String text, String words) {
    Words read = read(text);
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < read.size(); i++) {
      said.append(i == 0 ? "" : " ").append(read.word(i));
    }
    assertThat(said.toString()).isEqualTo(words);
  }

  @Test
  void wordsKeepTheirPlace() {
    String text = "ring [PHONE] please";
    assertThat(text.substring(read(text).start(1), read(text).end(1))).isEqualTo("please");
  }
}
