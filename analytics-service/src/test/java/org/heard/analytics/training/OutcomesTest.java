package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  @Test
  void countsEachLabelAndAllTogether() {
    Outcomes outcomes = Outcomes.of(List.of("a", "b"));
    outcomes.add(Set.of("a"), Set.of("a", "unknown"), "one");
    outcomes.add(Set.of("a", "b"), Set.of("b"), "two");
    outcomes.add(Set.of(), Set.of("b"), "two");

    assertThat(outcomes.score(label -> true))
        .as("2 right, 1 missed, 1 invented")
        .isEqualTo(2 / 3.0);
    assertThat(outcomes.score("a"::equals)).isEqualTo(2 / 3.0);
    assertThat(outcomes.of("two").score("a"::equals)).isZero();
    assertThat(outcomes.wanted("a"::equals)).isEqualTo(2);
    assertThat(outcomes.missed("a"::equals)).isEqualTo(50);
    assertThat(outcomes.f1(label -> true).score()).isEqualTo(2 / 3.0);
  }

  @Test
  void aLabelThatComesLateCountsForAll() {
    Outcomes outcomes = Outcomes.ofAny();
    outcomes.add(Set.of("b"), Set.of("b"), "one");
    outcomes.add(Set.of("a"), Set.of("b"), "one");
    outcomes.add(Set.of("a"), Set.of("a"), "one");

    assertThat(outcomes.labels()).containsExactly("a", "b");
    assertThat(outcomes.score("a"::equals)).isEqualTo(2 / 3.0);
    assertThat(outcomes.score(label -> true)).isEqualTo(2 / 3.0);
    assertThat(outcomes.macro(2)).as("of a alone").isEqualTo(2 / 3.0);
    assertThat(outcomes.macro(1)).isCloseTo(2 / 3.0, within(1e-9));
  }
}
