package org.heard.analytics.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param total how many items the whole list has
 * @param next the cursor of the next page; null at the end
 */
@Schema(description = "One page of a list; send next as cursor to go on")
public record Page<T>(List<T> items, long total, String next) {

  /**
   * A page of rows read one beyond the limit.
   *
   * @param rows at most limit + 1; the one beyond says that there is more
   * @param cursor the cursor that goes on after a row
   */
  public static <R, T> Page<T> of(
      List<R> rows, long total, int limit, Function<R, T> item, Function<R, String> cursor) {
    List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
    String next = rows.size() > limit ? cursor.apply(shown.get(limit - 1)) : null;
    return new Page<>(shown.stream().map(item).toList(), total, next);
  }
}
