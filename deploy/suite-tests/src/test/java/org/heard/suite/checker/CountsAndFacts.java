package org.heard.suite.checker;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Compares what is counted with what there is to count, in one statement and so at one moment. */
final class CountsAndFacts {
  private static final String DIFFERENCES =
      """
      with counted_by_more as (
        select ward_id, day, 'rating ' || rating as what, submissions as n from rollup_submission
        union all
        select ward_id, day, 'comments', comments from rollup_comment
        union all
        select ward_id, day, 'comments with content', with_content from rollup_comment
        union all
        select ward_id, day, 'comments withheld', withheld from rollup_comment
        union all
        select ward_id, day, layer || ' ' || theme || ' ' || polarity, comments from rollup_theme),
      counted as (
        select ward_id, day, what, sum(n) as n from counted_by_more group by 1, 2, 3),
      there as (
        select ward_id, counted_on as day, 'rating ' || coalesce(rating, 0) as what, count(*) as n
        from submission where counted_on is not null group by 1, 2, 3
        union all
        select ward_id, counted_on, 'comments', count(*) from comment group by 1, 2
        union all
        select ward_id, counted_on, 'comments with content', count(*) filter (where with_content)
        from comment group by 1, 2
        union all
        select ward_id, counted_on, 'comments withheld', count(*) filter (where withheld is not null)
        from comment group by 1, 2
        union all
        select ward_id, counted_on, layer || ' ' || theme || ' ' || polarity, count(*)
        from comment_tag group by 1, 2, 3)
      select ward_id, day, what, coalesce(c.n, 0) as counted, coalesce(t.n, 0) as there
      from counted c full join there t using (ward_id, day, what)
      where coalesce(c.n, 0) <> coalesce(t.n, 0) and ward_id = any(?)
      order by ward_id, day, what
      """;

  private CountsAndFacts() {}

  /** Each count that is not the number of its facts. */
  static List<String> differences(Connection analytics, String[] wards) throws SQLException {
    return Databases.query(
        analytics,
        DIFFERENCES,
        row ->
            "%s %s %s: %d counted, %d there"
                .formatted(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5)),
        (Object) wards);
  }
}
