package org.heard.analytics.counting;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of sums by ward, day and more. What it sums is said once, by a view that has the same
 * columns and a submission's id: adding, taking back, comparing and rebuilding are all made of
 * this.
 *
 * @param name of the table {@code rollup_…} and of the view {@code counted_…}
 * @param keys columns that it is counted by, ward and day first
 * @param values columns that are summed
 */
record Rollup(String name, List<String> keys, List<String> values) {

  /** All of them, in the order in which they are written and locked. */
  static final List<Rollup> ALL =
      List.of(
          of("submission", "rating, mode", "submissions, commenting, with_shortfall"),
          of(
              "comment",
              "question, language",
              "comments, with_content, withheld, low_confidence, any_shortfall"),
          of("theme", "question, layer, theme, polarity", "comments"),
          of("pillar", "question, pillar, polarity", "comments"),
          of(
              "band",
              "dimension, band",
              "submissions, responses, positive, commenting, with_shortfall, comments,"
                  + " with_content, any_shortfall"),
          of("band_pillar", "dimension, band, pillar", "absent"));

  private static Rollup of(String name, String keys, String values) {
    List<String> all = Stream.concat(Stream.of("ward_id", "day"), columns(keys)).toList();
    return new Rollup(name, all, columns(values).toList());
  }

  private static Stream<String> columns(String list) {
    return Stream.of(list.split(", *", -1));
  }

  String table() {
    return "rollup_" + name;
  }

  private String view() {
    return "counted_" + name;
  }

  /**
   * Adds what some submissions count: a sign (1, or -1 to take it back) and their ids. Rows are
   * written in the order of their key, so that two writers meet them in the same order.
   */
  String shift() {
    String key = String.join(", ", keys);
    return """
    insert into %s as r (%s, %s)
    select %s, %s
    from (select ?::bigint as sign) s, %s where submission_id = any(?)
    group by sign, %s order by %s
    on conflict (%s) do update set %s
    """
        .formatted(
            table(),
            key,
            String.join(", ", values),
            key,
            each(value -> "sign * sum(" + value + ")"),
            view(),
            key,
            key,
            key,
            each(value -> value + " = r." + value + " + excluded." + value));
  }

  /**
   * Removes the rows that some submissions, whose facts are still there, had alone: one of 0 would
   * tell for ever what nobody counts any more.
   */
  String sweep() {
    String key = String.join(", ", keys);
    return """
    delete from %s r
    using (select distinct %s from %s where submission_id = any(?)) taken
    where (%s) = (%s) and %s
    """
        .formatted(
            table(),
            key,
            view(),
            keys.stream().map(column -> "r." + column).collect(Collectors.joining(", ")),
            keys.stream().map(column -> "taken." + column).collect(Collectors.joining(", ")),
            values.stream()
                .map(value -> "r." + value + " = 0")
                .collect(Collectors.joining(" and ")));
  }

  /**
   * Compares a ward, given twice, with its facts: first a row without a day, of all days, with how
   * many rows there are and how many differ; then the days that differ, at most so many. A row that
   * has no facts differs, even one of 0.
   */
  String compare() {
    return """
    select day, count(*) as compared, count(*) filter (where differs) as differing
    from (
      select day, f.%s is null or (%s) is distinct from (%s) as differs
      from (select * from %s where ward_id = ?) r
      full join (%s) f using (%s)
    ) both_sides
    group by grouping sets ((), (day))
    having grouping(day) = 1 or count(*) filter (where differs) > 0
    order by grouping(day) desc, day limit ? + 1
    """
        .formatted(
            values.get(0),
            each(value -> "coalesce(r." + value + ", 0)"),
            each(value -> "coalesce(f." + value + ", 0)"),
            table(),
            facts(),
            String.join(", ", keys));
  }

  /** Removes the rows of a ward. */
  String clear() {
    return "delete from " + table() + " where ward_id = ?";
  }

  /** Fills the rows of a ward from its facts. */
  String fill() {
    return "insert into %s (%s, %s) %s"
        .formatted(table(), String.join(", ", keys), String.join(", ", values), facts());
  }

  private String facts() {
    String key = String.join(", ", keys);
    return "select %s, %s from %s where ward_id = ? group by %s"
        .formatted(key, each(value -> "sum(" + value + ") as " + value), view(), key);
  }

  private String each(UnaryOperator<String> column) {
    return values.stream().map(column).collect(Collectors.joining(", "));
  }
}
