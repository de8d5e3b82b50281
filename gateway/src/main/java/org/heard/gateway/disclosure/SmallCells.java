package org.heard.gateway.disclosure;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which rows of a table of people may be shown to somebody who knows the sums of its columns and
 * this rule. A row is shown or hidden as a whole; the hidden ones together are a row that everybody
 * can work out, so they are judged as one.
 */
@Singleton
@Startup
public class SmallCells {
  /** What the product promises; a site may be stricter, never laxer. */
  static final int LEAST = 5;

  private final long least;

  @Inject
  SmallCells(DisclosureSettings settings) {
    this(settings.minCell());
  }

  /**
   * With a threshold of its own.
   *
   * @throws IllegalStateException below {@link #LEAST}, which stops the start
   */
  SmallCells(int least) {
    if (least < LEAST) {
      throw new IllegalStateException(
          "heard.disclosure.min-cell may be raised, never lowered below " + LEAST + ": " + least);
    }
    this.least = least;
  }

  /**
   * The rows to hide, by their place. In every row that is shown, and in the hidden ones together
   * even without the largest of them, every cell has enough people, or all rows are hidden; so has
   * whatever can be added or subtracted from what is shown. A column in which the whole table has
   * nobody does not count: everybody knows that it is 0.
   *
   * <p>The rule is no secret, so what it hides must not tell what is hidden. Rows with a small cell
   * are hidden, and then the smallest of the others, one size after the other, until the hidden
   * ones are enough. Two things make them exchangeable: rows of one size are hidden together, so no
   * place is preferred, and beside rows with a small cell at least one without is hidden, or all
   * are. Had a small row's cells stood where those of that other one stand, the same would be
   * shown. So to who knows the rule, the sums and the shown rows, any hidden cell may have enough
   * people (where a column has too few in all: all of them). How many values it may have is not
   * promised; it is never one, but in a table of one row.
   *
   * @param rows cells of people who stand in one cell only, the same columns in each row
   */
  public Set<Integer> hidden(List<long[]> rows) {
    List<long[]> told = withoutEmptyColumns(rows);
    Set<Integer> hidden = new TreeSet<>();
    SortedMap<Long, List<Integer>> others = new TreeMap<>();
    for (int i = 0; i < told.size(); i++) {
      if (enough(told.get(i))) {
        others.computeIfAbsent(people(told.get(i)), size -> new ArrayList<>()).add(i);
      } else {
        hidden.add(i);
      }
    }
    if (hidden.isEmpty()) {
      return hidden;
    }
    for (List<Integer> alike : others.values()) {
      hidden.addAll(alike);
      if (enough(togetherWithoutTheLargest(told, hidden))) {
        return hidden;
      }
    }
    return hidden;
  }

  private boolean enough(long[] cells) {
    for (long cell : cells) {
      if (cell < least) {
        return false;
      }
    }
    return cells.length > 0;
  }

  private static long people(long[] cells) {
    long people = 0;
    for (long cell : cells) {
      people += cell;
    }
    return people;
  }

  /** Of each column the sum less its largest cell. */
  private static long[] togetherWithoutTheLargest(List<long[]> rows, Set<Integer> chosen) {
    long[] sums = new long[rows.get(0).length];
    for (int column = 0; column < sums.length; column++) {
      long largest = 0;
      for (int i : chosen) {
        sums[column] += rows.get(i)[column];
        largest = Math.max(largest, rows.get(i)[column]);
      }
      sums[column] -= largest;
    }
    return sums;
  }

  private static List<long[]> withoutEmptyColumns(List<long[]> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    int[] columns =
        IntStream.range(0, rows.get(0).length)
            .filter(column -> rows.stream().anyMatch(row -> row[column] != 0))
            .toArray();
    return rows.stream()
        .map(row -> IntStream.of(columns).mapToLong(column -> row[column]).toArray())
        .toList();
  }
}
