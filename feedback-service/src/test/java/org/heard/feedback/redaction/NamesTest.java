package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heard.feedback.redaction.NameExamples.Example;
import org.junit.jupiter.api.Test;

/** Names in sentences that nothing was learnt from; the figures stand in RATIONALE.md. */
class NamesTest {
  /**
   * Below the measured figures by what one or two sentences weigh: a change for the worse shows.
   */
  private static final double LEAST_RECALL = 0.9;

  private static final double LEAST_PRECISION = 0.85;

  @Test
  void areFoundInSentencesThatNothingWasLearntFrom() {
    List<Example> examples = NameExamples.forMeasuring();
    int found = 0;
    int names = 0;
    int wrong = 0;
    int right = 0;
    int role = 0;
    StringBuilder misses = new StringBuilder();
    for (Example example : examples) {
      List<NameFinder.Name> answers = NameFinder.find(example.text(), PlaceNames.NONE);
      for (NameFinder.Name name : example.names()) {
        names++;
        boolean covered = isCovered(example.text(), name, answers);
        found += covered ? 1 : 0;
        if (!covered) {
          misses.append("missed ").append(at(example, name)).append('\n');
        }
      }
      for (NameFinder.Name answer : answers) {
        NameFinder.Name meant = example.at(answer.start(), answer.end());
        right += meant == null ? 0 : 1;
        wrong += meant == null ? 1 : 0;
        role += meant != null && meant.staff() == answer.staff() ? 1 : 0;
        if (meant == null) {
          misses.append("wrong ").append(at(example, answer)).append('\n');
        }
      }
    }
    double recall = (double) found / names;
    double precision = (double) right / (right + wrong);
    System.out.printf(
        "Names: %d sentences, %d names, recall %s, precision %s, role right %s%n%s",
        examples.size(),
        names,
        Wilson.of(found, names),
        Wilson.of(right, right + wrong),
        Wilson.of(role, right),
        Boolean.getBoolean("heard.names.misses") ? misses : "");
    assertThat(recall).isGreaterThan(LEAST_RECALL);
    assertThat(precision).isGreaterThan(LEAST_PRECISION);
  }

  private static String at(Example example, NameFinder.Name name) {
    return example.text().substring(name.start(), name.end()) + " | " + example.text();
  }

  /** A name is found when none of its letters is left. */
  private static boolean isCovered(
      String text, NameFinder.Name name, List<NameFinder.Name> answers) {
    for (int i = name.start(); i < name.end(); i++) {
      int place = i;
      boolean inside =
          answers.stream().anyMatch(answer -> answer.start() <= place && place < answer.end());
      if (Character.isLetter(text.charAt(i)) && !inside) {
        return false;
      }
    }
    return true;
  }
}
