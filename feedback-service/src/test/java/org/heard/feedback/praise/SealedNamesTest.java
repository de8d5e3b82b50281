package org.heard.feedback.praise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedNamesTest {

  /** Names of the tokens 1, 2 and so on; which are asked for; which are told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jo, Smith | 1 | Jo",
        "Jo, Smith | 1 2 | Jo Smith",
        "Jo, Smith | 3 | ''",
        "Jo Smith, Smith | 1 | ''",
        "Jo Smith, Smith | 1 2 | Jo Smith Smith",
        "Jo Smith, Dr SMITH | 1 | ''",
        "Sister Kay, Sister Oak | 1 | Sister Kay",
        "Dr Wren, Dr Oak | 1 | Dr Wren",
        "Anne-Marie, Marie | 2 | ''",
        "Ana, Anabel | 1 | Ana",
        "J Reed, J Oak | 1 | J Reed",
        "Zoë, Zoe Reed | 1 | ''",
        "Siobhán, Nurse SIOBHAN | 2 | ''",
        "Łukasz, lukasz | 1 | ''",
        "Bjørn, bjorn Oak | 1 | ''",
        "Strauß, STRAUSS | 1 | ''",
        "Zo\u00ADe, Zoe | 1 | ''",
      })
  void areToldUnlessSomebodyElseMayBeTheSamePerson(String names, String asked, String told) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : names.split(",", -1)) {
      all.put("[STAFF-" + (all.size() + 1) + "]", name.strip());
    }
    List<String> tokens =
        List.of(asked.split(" ", -1)).stream().map(each -> "[STAFF-" + each + "]").toList();
    assertThat(String.join(" ", SealedNames.told(all, tokens).values())).isEqualTo(told);
  }
}
