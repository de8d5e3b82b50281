package org.heard.gateway.disclosure;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which rows of a table of people may be shown to somebody who knows the sums of its columns. A row
 * is shown or hidden as a whole; the hidden ones together are a row that everybody can work out, so
 * they are judged as one.
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
   * The rows to hide, by their place. In every row that is shown, and in all hidden ones together,
   * every cell has enough people; so has whatever can be added or subtracted from what is shown. A
   * column in which the whole table has nobody does not count: everybody knows that it is 0.
   *
   * <p>Rows with a small cell are hidden first. While those leave too few together, the smallest of
   * the shown ones is hidden, too; of equal ones the earlier.
   *
   * @param rows cells of people who stand in one cell only, the same columns in each row
   */
  public Set<Integer> hidden(List<long[]> rows) {
    List<long[]> told = withoutEmptyColumns(rows);
    Set<Integer> hidden = new TreeSet<>();
    for (int i = 0; i < told.size(); i++) {
      if (!enough(told.get(i))) {
        hidden.add(i);
      }
    }
    List<Integer> next = new ArrayList<>(IntStream.range(0, told.size()).boxed().toList());
    next.removeAll(hidden);
    next.sort(Comparator.comparingLong((Integer i) -> people(told.get(i))));
    while (!hidden.isEmpty() && !next.isEmpty() && !enough(together(told, hidden))) {
      hidden.add(next.remove(0));
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

  private static long[] together(List<long[]> rows, Set<Integer> chosen) {
    long[] sums = new long[rows.get(0).length];
    for (int i : chosen) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += rows.get(i)[column];
      }
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
