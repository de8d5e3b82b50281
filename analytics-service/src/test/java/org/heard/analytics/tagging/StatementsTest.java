package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a statement stands, whether it tells what was done, and how content the whole is. */
class StatementsTest {

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GENERIC  | kindness-and-courtesy+           | The nurses were kind             | The nurses were kind.
          GENERIC  | kindness-and-courtesy+           | Everyone was polite              | Everyone was polite and friendly
          GENERIC  | kindness-and-courtesy+           | kind to my mother                | The food was cold, but Nurse Ash was so kind to my mother, and the ward was warm
          GENERIC  | kindness-and-courtesy+           | Some were kind                   | Some were kind, some were rude
          GENERIC  | kindness-and-courtesy-           | some were rude                   | Some were kind, some were rude
          SPECIFIC | emotional-support+               | She held my hand                 | She held my hand until I was calm, and the tea was hot
          SPECIFIC | being-heard-                     | The doctor would not listen to me | The doctor would not listen to me. The tea was good.
          SPECIFIC | explaining-and-keeping-informed- | nobody told us why               | Waited three hours and nobody told us why
          SPECIFIC | comfort-and-pain-relief-         | I was left in pain all night     | Appalling. I was left in pain all night and nobody cared
                   | food-and-drink-                  | The food was cold                | The food was cold, but Nurse Ash was so kind to my mother, and the ward was warm
                   | waiting-and-timeliness-          | Waited three hours               | Waited three hours and nobody told us why
          """)
  void standsWhereItIsSaid(Specificity specificity, String word, String evidence, String text) {
    assertThat(Said.tagged("why", 3, text).tags())
        .filteredOn(tag -> Said.word(tag).equals(word))
        .singleElement()
        .satisfies(
            tag -> {
              assertThat(tag.evidence().text()).isEqualTo(evidence);
              assertThat(tag.specificity()).isEqualTo(specificity);
            });
  }

  @ParameterizedTest(name = "{6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          good    | 1 | 1 | 2 |  1 |  5 | Wonderful care from start to finish, I cannot thank them enough
          good    | 1 | 1 | 2 |  1 |  5 | Everyone was polite and friendly
          why     | 3 | 3 | 3 | -1 |  1 | Some were kind, some were rude
          why     | 3 | 3 | 3 | -1 |  1 | It was all right
          why     | 5 | 4 | 5 | -5 | -1 | Appalling. I was left in pain all night and nobody cared
          improve |   | 4 | 5 | -5 | -1 | Please tell families what is going on
          """)
  void isAsContentAsItReads(
      String question, Integer rating, int best, int worst, int least, int most, String text) {
    TaggedComment said = Said.tagged(question, rating, text);

    assertThat(said.sentiment()).as("sentiment").isBetween(best, worst);
    assertThat(said.criticality()).as("criticality").isBetween(least, most);
  }
}
