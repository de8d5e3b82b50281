package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final int COMMENTS = 50;

  /** A model that makes these statements right and misses all others of their kind. */
  private static Marks model(boolean present, boolean absent, boolean pillars, boolean qdc) {
    Marks marks = new Marks();
    Predicate<String> tags = label -> Marks.absent(label) ? absent : present;
    for (int i = 0; i < COMMENTS; i++) {
      add(marks.tags, tags);
      add(marks.pillars, label -> pillars);
      marks.qdc.add(Set.of("Feeling safe"), qdc ? Set.of("Feeling safe") : Set.of(), "own");
    }
    return marks;
  }

  private static void add(Outcomes outcomes, Predicate<String> right) {
    List<String> all = outcomes.labels();
    outcomes.add(all, all.stream().filter(right).toList(), "own");
  }

  @Test
  void anEqualModelIsNotRefused() {
    Marks one = model(true, false, true, true);

    assertThat(Comparison.of(one, one).refused()).isFalse();
    assertThat(Comparison.of(new Marks(), new Marks()).refused()).isFalse();
  }

  @Test
  void aModelThatIsBetterInAllIsNotRefused() {
    Comparison comparison =
        Comparison.of(model(true, true, true, true), model(true, false, false, false));

    assertThat(comparison.refused()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "compassion tags, false, true, true, true",
    "absent, true, false, true, true",
    "pillars, true, true, false, true",
    "QDC labels, true, true, true, false",
  })
  void aModelThatIsWorseInOneScoreIsRefused(
      String score, boolean present, boolean absent, boolean pillars, boolean qdc) {
    Comparison comparison =
        Comparison.of(model(present, absent, pillars, qdc), model(true, true, true, true));

    assertThat(comparison.refused()).isTrue();
    assertThat(comparison.lines()).contains(score + ": worse than the other in 100 % of the draws");
  }

  @Test
  void aModelThatIsWorseInPracticalThemesOrGeneralStatesIsRefused() {
    for (Function<Marks, Outcomes> part :
        List.<Function<Marks, Outcomes>>of(marks -> marks.practical, marks -> marks.general)) {
      Marks right = model(true, true, true, true);
      Marks wrong = model(true, true, true, true);
      for (int i = 0; i < COMMENTS; i++) {
        add(part.apply(right), label -> true);
        add(part.apply(wrong), label -> false);
      }
      assertThat(Comparison.of(wrong, right).refused()).isTrue();
      assertThat(Comparison.of(right, wrong).refused()).isFalse();
    }
  }

  @Test
  void moreOfPresentDoesNotMakeUpForLessOfAbsent() {
    // as many right answers in all, so that the score of all tags is the same
    Comparison comparison =
        Comparison.of(model(true, false, true, true), model(false, true, true, true));

    assertThat(comparison.refused()).isTrue();
    assertThat(comparison.lines())
        .contains(
            "compassion tags: worse than the other in 0 % of the draws",
            "absent: worse than the other in 100 % of the draws");
  }
}
