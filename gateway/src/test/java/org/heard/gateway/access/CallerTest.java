package org.heard.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

  /** The ward asked for is W01 on site S01, in divisions D01 and D02, of organisation O01. */
  @ParameterizedTest
  @CsvSource({
    "ward-leader, O01, W01, true",
    "ward-leader, O01, S01, true",
    "ward-leader, O01, D02, true",
    "ward-leader, O01, W02, false",
    "ward-leader, O01, O01, false",
    "ward-leader, O01, '', false",
    "ward-leader, O02, W01, false",
    "ward-leader, '', W01, false",
    "quality-analyst, O01, '', true",
    "quality-analyst, O02, W01, false",
    "quality-analyst, '', W01, false",
    "ward-leader quality-analyst, O01, W02, true",
    "ward-leader admin, O01, W01, true",
    "ward-leader admin, O01, W02, false",
    "admin, O01, W01, false",
    "intranet, O01, W01, false",
    "alert-handler, O01, W01, false",
    "information-governance, O01, W01, false",
  })
  void readsWardsWithinReach(String roles, String organisations, String units, boolean expected) {
    Caller caller = caller(roles, organisations, units);
    assertThat(caller.mayRead("W01", "S01", List.of("D01", "D02"), "O01")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ward-leader, true",
    "ward-leader alert-handler, true",
    "ward-leader quality-analyst, false",
    "ward-leader admin, false",
    "quality-analyst, false",
    "admin, false",
    "information-governance, false",
  })
  void onlyALeaderWithoutAWiderRoleReadsOwnUnitsOnly(String roles, boolean expected) {
    assertThat(caller(roles, "O01", "W01").readsOnlyOwnUnits()).isEqualTo(expected);
  }

  @Test
  void listsAreNarrowedToTheOwnUnitsUnlessARoleSeesMore() {
    assertThat(caller("ward-leader", "O01", "W01 S02").unitsToListWithin())
        .contains(Set.of("W01", "S02"));
    assertThat(caller("ward-leader", "O01", "").unitsToListWithin()).contains(Set.of());
    assertThat(caller("quality-analyst ward-leader", "O01", "W01").unitsToListWithin()).isEmpty();
    assertThat(caller("quality-analyst", "", "").unitsToListWithin()).contains(Set.of());
    assertThat(caller("admin", "O01", "W01").unitsToListWithin()).contains(Set.of());
  }

  private static Caller caller(String roles, String organisations, String units) {
    return new Caller("someone", words(roles), words(organisations), words(units), Set.of());
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
  }
}
