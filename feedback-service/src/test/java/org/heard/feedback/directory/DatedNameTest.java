package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatedNameTest {
  private static final String TODAY = "2026-10-05";
  private static final DatedName ASH = new DatedName("Ash", null);
  private static final List<DatedName> RENAMED =
      List.of(ASH, new DatedName("Ash and Oak", "2026-04-01"));

  @Test
  void theFirstNameHoldsSinceEver() {
    assertThat(DatedName.with(List.of(), "Ash", null, TODAY)).containsExactly(ASH);
  }

  @Test
  void aNewNameHoldsFromTodayAndTheOldOneBefore() {
    assertThat(DatedName.with(List.of(ASH), "Oak", null, TODAY))
        .containsExactly(ASH, new DatedName("Oak", TODAY));
  }

  @Test
  void aNameMayHoldSinceAnEarlierDay() {
    assertThat(DatedName.with(List.of(ASH), "Ash and Oak", "2026-04-01", TODAY)).isEqualTo(RENAMED);
  }

  @Test
  void whatHoldsAlreadyChangesNothing() {
    assertThat(DatedName.with(RENAMED, "Ash and Oak", null, TODAY)).isEqualTo(RENAMED);
    assertThat(DatedName.with(RENAMED, "Ash and Oak", "2026-04-01", TODAY)).isEqualTo(RENAMED);
  }

  @Test
  void aNameFromAnEarlierDayTakesThePlaceOfThoseAfterIt() {
    assertThat(DatedName.with(RENAMED, "Oak", "2026-01-01", TODAY))
        .containsExactly(ASH, new DatedName("Oak", "2026-01-01"));
    assertThat(DatedName.with(RENAMED, "Ash", "2026-04-01", TODAY)).containsExactly(ASH);
  }

  @Test
  void theDayOfANameCanBeMended() {
    assertThat(DatedName.with(RENAMED, "Ash and Oak", "2026-03-01", TODAY))
        .containsExactly(ASH, new DatedName("Ash and Oak", "2026-03-01"));
  }
}
