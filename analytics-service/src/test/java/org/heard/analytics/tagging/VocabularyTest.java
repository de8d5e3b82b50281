package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  private static final List<Cue> CUES =
      LexiconReader.read(
          List.of("words.txt", "compassion.txt", "practical.txt", "general.txt", "alerts.txt"));

  private final Vocabulary vocabulary = new Vocabulary(CUES);

  /** Written out, by its beginning, both, a number in figures and words, unknown, too short. */
  @ParameterizedTest
  @ValueSource(strings = {"nurse", "reassuringly", "nurses", "12", "seven", "qwxz", "a", "re"})
  void aWordBeginsTheLinesWhoseFirstStepHasIt(String word) {
    List<Cue> expected =
        CUES.stream()
            .filter(cue -> cue.phrase().steps().get(0).words().contains(word))
            .distinct()
            .toList();

    for (int time = 0; time < 2; time++) { // looked up, then remembered
      assertThat(List.of(vocabulary.entry(word).begins()))
          .extracting(Line::cue)
          .hasSameElementsAs(expected);
    }
  }
}
