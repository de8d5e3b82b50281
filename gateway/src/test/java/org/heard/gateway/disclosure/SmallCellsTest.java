package org.heard.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        // one small cell would be what the others leave of the whole, two a pair of known numbers
        "10 / 20 / 4           | 0 1 2",
        "10 / 20 / 0           | 0 1 2",
        "10 / 11 / 20 / 4      | 0 1 3",
        // of one size all go: which of them does would tell that the others are no smaller
        "10 / 10 / 4           | 0 1 2",
        "10 / 12 / 10 / 3      | 0 2 3",
        "5 / 4 / 4 / 4         | 0 1 2 3",
        // small ones that are enough together take one along: whoever is hidden may be large
        "10 / 20 / 2 / 3       | 0 2 3",
        "6 / 7 / 4 / 4 / 4     | 0 2 3 4",
        "10 / 20 / 2 / 2       | 0 1 2 3",
        "10 / 20 / 0 / 0       | 0 1 2 3",
        // nobody left to hide behind
        "40 / 0                | 0 1",
        "4                     | 0",
        "5                     |",
        "0 / 0                 | 0 1",
        "1 / 1 / 1             | 0 1 2",
        // a row goes as a whole, and every column of the hidden ones must have enough
        "9 9 / 9 9 / 20 4      | 0 1 2",
        "9 9 / 8 9 / 30 30 / 20 4 | 0 1 3",
        "9 9 / 9 8 / 30 30 / 4 20 | 0 1 3",
        "30 6 / 9 9 / 20 4 / 4 5 | 1 2 3",
        "30 6 / 9 9 / 20 0 / 20 4 | 0 1 2 3",
        // in a column that is 0 in all, everybody knows that each is
        "9 0 / 8 0 / 7 0       |",
        "9 0 / 8 0 / 20 0 / 3 0 | 0 1 3",
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
   * set of rows is known if it is made of shown ones, with or without all hidden ones. What follows
   * from knowing the rule beside it: {@link #whoKnowsTheRuleWorksOutNoSmallCell}.
   */
  @Property
  void whateverCanBeWorkedOutHasEnoughPeople(@ForAll("tables") List<long[]> rows) {
    Set<Integer> hidden = cells.hidden(rows);
    if (hidden.size() == rows.size()) {
      return; // only the sums are known, as before
    }
    assertThat(hidden.isEmpty() || enoughWithoutTheLargest(rows, hidden)).as("the rest").isTrue();
    assertThat(everyPlace(rows).filter(place -> !hidden.contains(place)))
        .as("what is shown")
        .allMatch(place -> enough(rows, Set.of(place)));
  }

  /** What makes hidden rows exchangeable, of tables too large to try all. */
  @Property
  void theRuleKnowsNoPlaceAndHidesOneThatIsEnough(
      @ForAll("tables") List<long[]> rows, @ForAll Random random) {
    Set<Integer> hidden = cells.hidden(rows);
    List<Integer> places = new ArrayList<>(everyPlace(rows).toList());
    Collections.shuffle(places, random);
    assertThat(cells.hidden(places.stream().map(rows::get).toList()))
        .isEqualTo(
            everyPlace(rows)
                .filter(place -> hidden.contains(places.get(place)))
                .collect(Collectors.toSet()));
    assertThat(
            hidden.isEmpty()
                || hidden.size() == rows.size()
                || hidden.stream().anyMatch(place -> enough(rows, Set.of(place))))
        .isTrue();
  }

  /**
   * All tables with these sums, as somebody tries them who knows the rule: of those that would be
   * shown alike, a hidden cell has the values that it has in any. None is told apart, and none is
   * known to be small, but for what its column's sum says.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 24",
    "4, 16",
    "4, 23",
    "4, 26",
    "5, 21",
    "5, 24",
    "5, 26",
    "3, 12 9",
    "3, 14 3",
    "4, 17 16",
  })
  void whoKnowsTheRuleWorksOutNoSmallCell(int size, String sums) {
    long[] sum = LongStream.of(rows(sums).get(0)).toArray();
    Map<String, Range> alike = new HashMap<>();
    tables(size, sum)
        .forEach(
            rows -> {
              Set<Integer> hidden = cells.hidden(rows);
              if (!hidden.isEmpty()) {
                String shown = shown(rows, hidden);
                alike.computeIfAbsent(shown, none -> new Range(hidden, sum)).add(rows);
              }
            });
    assertThat(alike.values()).allSatisfy(Range::leavesEveryCellUnsure);
    assertThat(alike.size() > 1).as("something is shown beside what is hidden").isEqualTo(size > 3);
  }

  /** The values of each hidden cell in tables that are shown alike. */
  private record Range(Set<Integer> hidden, long[] sum, Map<String, long[]> cells) {
    Range(Set<Integer> hidden, long[] sum) {
      this(hidden, sum, new HashMap<>());
    }

    void add(List<long[]> rows) {
      for (int place : hidden) {
        for (int column = 0; column < sum.length; column++) {
          long value = rows.get(place)[column];
          cells.merge(
              place + " " + column,
              new long[] {value, value},
              (a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
        }
      }
    }

    void leavesEveryCellUnsure() {
      for (int column = 0; column < sum.length; column++) {
        for (int place : hidden) {
          long[] values = cells.get(place + " " + column);
          assertThat(values[0]).as("%d of %s", place, hidden).isLessThan(values[1]);
          assertThat(values[1]).isGreaterThanOrEqualTo(Math.min(LEAST, sum[column]));
        }
      }
    }
  }

  private static String shown(List<long[]> rows, Set<Integer> hidden) {
    return everyPlace(rows)
        .map(place -> hidden.contains(place) ? "?" : Arrays.toString(rows.get(place)))
        .collect(Collectors.joining());
  }

  /** Every table of so many rows whose columns have these sums. */
  private static Stream<List<long[]>> tables(int size, long[] sums) {
    Stream<List<long[]>> tables =
        Stream.of(IntStream.range(0, size).mapToObj(row -> new long[0]).toList());
    for (long sum : sums) {
      List<long[]> columns = columns(size, sum);
      tables = tables.flatMap(table -> columns.stream().map(column -> beside(table, column)));
    }
    return tables;
  }

  private static List<long[]> beside(List<long[]> table, long[] column) {
    return IntStream.range(0, column.length)
        .mapToObj(
            row ->
                LongStream.concat(LongStream.of(table.get(row)), LongStream.of(column[row]))
                    .toArray())
        .toList();
  }

  private static List<long[]> columns(int size, long sum) {
    if (size == 1) {
      return List.of(new long[] {sum});
    }
    return LongStream.rangeClosed(0, sum)
        .boxed()
        .flatMap(
            first ->
                columns(size - 1, sum - first).stream()
                    .map(
                        rest ->
                            LongStream.concat(LongStream.of(first), LongStream.of(rest)).toArray()))
        .toList();
  }

  /** Without the largest of those that are hidden beside the small ones, too few would be left. */
  @Property
  void noMoreIsHiddenThanNeeded(@ForAll("tables") List<long[]> rows) {
    Set<Integer> hidden = cells.hidden(rows);
    Set<Integer> small =
        everyPlace(rows).filter(place -> !enough(rows, Set.of(place))).collect(Collectors.toSet());
    assertThat(hidden).containsAll(small);
    Set<Integer> others = new HashSet<>(hidden);
    others.removeAll(small);
    assertThat(others.isEmpty() || !small.isEmpty()).as("nothing small, nothing hidden").isTrue();
    long largest = others.stream().mapToLong(place -> people(rows, place)).max().orElse(0);
    Set<Integer> before = new HashSet<>(hidden);
    before.removeIf(place -> others.contains(place) && people(rows, place) == largest);
    assertThat(before.equals(small) || !enoughWithoutTheLargest(rows, before)).isTrue();
  }

  private static long people(List<long[]> rows, int place) {
    return LongStream.of(rows.get(place)).sum();
  }

  private static Stream<Integer> everyPlace(List<long[]> rows) {
    return IntStream.range(0, rows.size()).boxed();
  }

  /** Whether these rows together have enough people in each column that is not 0 in all. */
  private static boolean enough(List<long[]> rows, Set<Integer> chosen) {
    return enough(rows, chosen, false);
  }

  private static boolean enoughWithoutTheLargest(List<long[]> rows, Set<Integer> chosen) {
    return enough(rows, chosen, true);
  }

  private static boolean enough(List<long[]> rows, Set<Integer> chosen, boolean withoutLargest) {
    boolean told = false;
    for (int column = 0; column < rows.get(0).length; column++) {
      int at = column;
      if (rows.stream().anyMatch(row -> row[at] != 0)) {
        told = true;
        long[] those = chosen.stream().mapToLong(place -> rows.get(place)[at]).toArray();
        long largest = withoutLargest ? LongStream.of(those).max().orElse(0) : 0;
        if (LongStream.of(those).sum() - largest < LEAST) {
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
    assertThat(new SmallCells(7).hidden(rows)).isEmpty();
    assertThat(new SmallCells(8).hidden(rows)).containsExactlyInAnyOrder(0, 1, 2);
    assertThatIllegalStateException()
        .isThrownBy(() -> new SmallCells(4))
        .withMessageContaining("heard.disclosure.min-cell");
  }
}
