package org.heard.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
   * set of rows is known if it is made of shown ones, with or without all hidden ones. A hidden
   * cell lies between nobody and all that the hidden ones leave, so it stays as uncertain.
   */
  @Property
  void whateverCanBeWorkedOutHasEnoughPeople(@ForAll("tables") List<long[]> rows) {
    Set<Integer> hidden = cells.hidden(rows);
    if (hidden.size() == rows.size()) {
      return; // only the sums are known, as before
    }
    assertThat(hidden.size()).as("never one alone").isNotEqualTo(1);
    assertThat(hidden.isEmpty() || enough(rows, hidden)).as("what is left").isTrue();
    assertThat(everyPlace(rows).filter(place -> !hidden.contains(place)))
        .as("what is shown")
        .allMatch(place -> enough(rows, Set.of(place)));
  }

  /** Each hidden row is small, or the others hidden before it left too few together. */
  @Property
  void noMoreIsHiddenThanNeeded(@ForAll("tables") List<long[]> rows) {
    Set<Integer> hidden = cells.hidden(rows);
    Set<Integer> small =
        everyPlace(rows).filter(place -> !enough(rows, Set.of(place))).collect(Collectors.toSet());
    assertThat(hidden).containsAll(small);
    Set<Integer> before = new HashSet<>(hidden);
    hidden.stream()
        .filter(place -> !small.contains(place))
        .max(
            Comparator.comparingLong((Integer place) -> LongStream.of(rows.get(place)).sum())
                .thenComparing(Comparator.naturalOrder()))
        .ifPresent(
            last -> {
              before.remove(last);
              assertThat(before).as("nothing to hide behind another").isNotEmpty();
              assertThat(enough(rows, before)).as("without %d of %s", last, hidden).isFalse();
            });
  }

  private static Stream<Integer> everyPlace(List<long[]> rows) {
    return IntStream.range(0, rows.size()).boxed();
  }

  /** Whether these rows together have enough people in each column that is not 0 in all. */
  private static boolean enough(List<long[]> rows, Set<Integer> chosen) {
    boolean told = false;
    for (int column = 0; column < rows.get(0).length; column++) {
      int at = column;
      if (rows.stream().anyMatch(row -> row[at] != 0)) {
        told = true;
        if (chosen.stream().mapToLong(place -> rows.get(place)[at]).sum() < LEAST) {
          return false;
        }
      }
    }
    return told;
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
