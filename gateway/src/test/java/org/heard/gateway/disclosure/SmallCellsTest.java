package org.heard.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCellsTest {
  private static final int LEAST = 5;

  private final SmallCells cells = new SmallCells(LEAST);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // rows of cells | places of the hidden ones
        "10 / 20 / 5           |",
        // one small cell would be what the others leave of the whole: the smallest goes with it
        "10 / 20 / 4           | 0 2",
        "10 / 10 / 4           | 0 2",
        "10 / 20 / 0           | 0 2",
        // two small ones are enough together, or not yet
        "10 / 20 / 2 / 3       | 2 3",
        "10 / 20 / 2 / 2       | 0 2 3",
        "10 / 20 / 0 / 0       | 0 2 3",
        // nobody left to hide behind
        "40 / 0                | 0 1",
        "4                     | 0",
        "5                     |",
        "0 / 0                 | 0 1",
        "1 / 1 / 1             | 0 1 2",
        // a row goes as a whole, and every column of the hidden ones must have enough
        "9 9 / 9 9 / 20 4      | 0 2",
        "9 9 / 9 9 / 4 20      | 0 2",
        "30 6 / 9 9 / 20 4 / 4 5 | 2 3",
        "30 6 / 9 9 / 20 0 / 20 4 | 1 2 3",
        // in a column that is 0 in all, everybody knows that each is
        "9 0 / 8 0 / 7 0       |",
        "9 0 / 8 0 / 3 0       | 1 2",
      })
  void smallOnesAreHiddenAndNeverAlone(String table, String hidden) {
    assertThat(cells.hidden(rows(table))).isEqualTo(places(hidden));
  }

  private static List<long[]> rows(String table) {
    return Arrays.stream(table.strip().split(" / ", -1))
        .map(row -> Arrays.stream(row.split(" ", -1)).mapToLong(Long::parseLong).toArray())
        .toList();
  }

  private static Set<Integer> places(String hidden) {
    return hidden == null
        ? Set.of()
        : Arrays.stream(hidden.split(" ", -1)).map(Integer::parseInt).collect(Collectors.toSet());
  }

  /**
   * Who knows the sums of all columns and every shown row can add and subtract them as they like: a
   * set of rows is known if it is made of shown ones, with or without all hidden ones.
   */
  @Property
  void whateverCanBeWorkedOutHasEnoughPeople(@ForAll("tables") List<long[]> rows) {
    Set<Integer> hidden = cells.hidden(rows);
    if (hidden.size() == rows.size()) {
      return; // only the sums are known, as before
    }
    for (int column = 0; column < rows.get(0).length; column++) {
      int at = column;
      if (rows.stream().allMatch(row -> row[at] == 0)) {
        continue;
      }
      long rest = hidden.stream().mapToLong(i -> rows.get(i)[at]).sum();
      assertThat(hidden.isEmpty() || rest >= LEAST).as("what is left: %d", rest).isTrue();
      IntStream.range(0, rows.size())
          .filter(i -> !hidden.contains(i))
          .forEach(i -> assertThat(rows.get(i)[at]).isGreaterThanOrEqualTo(LEAST));
    }
  }

  /**
   * The range that a hidden cell can lie in, for somebody who knows which rows are hidden and what
   * all of them leave, is not narrower than the threshold.
   */
  @Property
  void aHiddenCellStaysUncertain(@ForAll("tables") List<long[]> rows) {
    Set<Integer> hidden = cells.hidden(rows);
    if (hidden.isEmpty() || hidden.size() == rows.size()) {
      return;
    }
    assertThat(hidden.size()).as("never one alone").isGreaterThan(1);
    for (int column = 0; column < rows.get(0).length; column++) {
      int at = column;
      long rest = hidden.stream().mapToLong(i -> rows.get(i)[at]).sum();
      boolean told = rows.stream().anyMatch(row -> row[at] != 0);
      // From nobody to all that is left: another hidden row can have the others.
      assertThat(!told || rest >= LEAST).isTrue();
    }
  }

  @Property
  void noMoreIsHiddenThanNeeded(@ForAll("tables") List<long[]> rows) {
    Set<Integer> hidden = cells.hidden(rows);
    boolean small =
        rows.stream().anyMatch(row -> Arrays.stream(row).anyMatch(cell -> cell < LEAST));
    assertThat(small || hidden.isEmpty()).isTrue();
  }

  @Provide
  Arbitrary<List<long[]>> tables() {
    Arbitrary<Long> cell =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(0, 8)),
            net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 200)));
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(
            columns ->
                cell.list()
                    .ofSize(columns)
                    .map(row -> row.stream().mapToLong(Long::longValue).toArray())
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(10));
  }

  @Test
  void theThresholdMayOnlyBeRaised() {
    List<long[]> rows = new ArrayList<>(List.of(new long[] {7}, new long[] {9}, new long[] {8}));
    assertThat(new SmallCells(8).hidden(rows)).containsExactlyInAnyOrder(0, 2);
    assertThatIllegalStateException()
        .isThrownBy(() -> new SmallCells(4))
        .withMessageContaining("heard.disclosure.min-cell");
  }
}
