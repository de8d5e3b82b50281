package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heard.feedback.redaction.NameExamples.Example;
import org.junit.jupiter.api.Test;

/**
 * How well names are found. The figures stand in RATIONALE.md; the floors are a little below them,
 * so that a change for the worse shows. {@code -Dheard.names.mistakes=true} prints each mistake.
 */
class NamesTest {
  private static final int FOLDS = 10;

  @Test
  void areFoundInSentencesOfWhichNothingWasLearnt() {
    NameScore score = new NameScore();
    for (Example example : NameExamples.forMeasuring()) {
      score.add(example, NameFinder.find(example.text(), PlaceNames.NONE));
    }
    print("unseen sentences", score);
    assertThat(score.recall()).isGreaterThan(0.95);
    assertThat(score.precision()).isGreaterThan(0.94);
  }

  /** With what is found again of the names that were found. */
  @Test
  void areTakenOutOfTheSameSentencesAsWell() {
    Redactor redactor = new Redactor(List.of());
    NameScore score = new NameScore();
    for (Example example : NameExamples.forMeasuring()) {
      score.add(
          example,
          redactor
              .redact(example.text(), PlaceNames.NONE, new NameTokens(), true)
              .removed()
              .stream()
              .filter(removed -> removed.kind().isName())
              .map(NamesTest::name)
              .toList());
    }
    print("unseen sentences, as they are taken out", score);
    assertThat(score.recall()).isGreaterThan(0.95);
    assertThat(score.precision()).isGreaterThan(0.94);
  }

  private static NameFinder.Name name(Redaction.Removed removed) {
    return new NameFinder.Name(
        removed.start(), removed.end(), removed.kind() == IdentifierKind.STAFF);
  }

  /** Each tenth of the sentences by weights that were learnt from the others. */
  @Test
  void areFoundInEachTenthByWhatTheOthersTeach() {
    List<Example> judged = NameExamples.judged();
    NameScore score = new NameScore();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> learning = new ArrayList<>(NameExamples.forLearning());
      List<Example> held = new ArrayList<>();
      for (int i = fold; i < judged.size(); i += FOLDS) {
        held.add(judged.get(i));
      }
      learning.removeAll(held);
      NameWeights weights =
          new NameWeights(
              Map.of(
                  NameWeights.NAME, new HashMap<>(NameLearning.ofNames(learning).weights()),
                  NameWeights.PERSON, new HashMap<>(NameLearning.ofPersons(learning).weights())));
      for (Example example : held) {
        score.add(example, NameFinder.find(example.text(), PlaceNames.NONE, weights));
      }
    }
    print("ten folds", score);
    assertThat(score.recall()).isGreaterThan(0.94);
    assertThat(score.precision()).isGreaterThan(0.91);
  }

  private static void print(String what, NameScore score) {
    System.out.printf("Names, %s: %s%n", what, score);
    if (Boolean.getBoolean("heard.names.mistakes")) {
      score.mistakes().forEach(System.out::println);
    }
  }
}
