package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads a ward's rollups over periods. */
@ApplicationScoped
class CountQuery {
  /**
   * Ward and days are subqueries of one row: each is looked up once, and the key of a rollup, ward
   * and day first, bounds what is read. As columns of a join they would be unknown to the planner,
   * and a ward's whole history would be read.
   *
   * <p>One statement, so that all numbers of an answer come from one moment. What has been taken
   * back altogether is left out: a replica of an earlier release leaves rows of 0.
   */
  private static final String SUMS =
      """
      with period as (
        select * from unnest(?::date[], ?::date[]) with ordinality as p (first_day, last_day, n)
      ), chosen as (
        select ?::text as ward_id, ?::text as asked,
               (select min(first_day) from period) as since,
               (select max(last_day) from period) as until
      )
      select n, 'rating' as kind, rating::text as a, mode as b, null as c,
             array[sum(submissions)::bigint] as sums
      from rollup_submission join period on day between first_day and last_day
      where ward_id = (select ward_id from chosen)
        and day between (select since from chosen) and (select until from chosen)
      group by n, rating, mode
      having sum(submissions) <> 0
      union all
      select n, 'comments', question, language, null,
             array[sum(comments), sum(with_content), sum(withheld), sum(low_confidence),
                   sum(any_shortfall)]::bigint[]
      from rollup_comment join period on day between first_day and last_day
      where ward_id = (select ward_id from chosen)
        and day between (select since from chosen) and (select until from chosen)
        and question = coalesce((select asked from chosen), question)
      group by n, question, language
      having sum(comments) <> 0
      union all
      select n, 'theme', layer, theme, polarity, array[sum(comments)::bigint]
      from rollup_theme join period on day between first_day and last_day
      where ward_id = (select ward_id from chosen)
        and day between (select since from chosen) and (select until from chosen)
        and question = coalesce((select asked from chosen), question)
      group by n, layer, theme, polarity
      having sum(comments) <> 0
      union all
      select n, 'pillar', pillar, polarity, null, array[sum(comments)::bigint]
      from rollup_pillar join period on day between first_day and last_day
      where ward_id = (select ward_id from chosen)
        and day between (select since from chosen) and (select until from chosen)
        and question = coalesce((select asked from chosen), question)
      group by n, pillar, polarity
      having sum(comments) <> 0
      union all
      select n, 'corrections', null, null, null, array[count(*), sum(change)]::bigint[]
      from counted_correction join period on day between first_day and last_day
      where ward_id = (select ward_id from chosen)
        and day between (select since from chosen) and (select until from chosen)
        and question = coalesce((select asked from chosen), question)
      group by n
      order by 1, 2, 3, 4, 5
      """;

  private final DataSource database;

  CountQuery(DataSource database) {
    this.database = database;
  }

  /**
   * One entry a period, in the same order.
   *
   * @param question that comments answer; null for all
   */
  List<CountsView.PeriodCounts> read(String wardId, Periods periods, String question)
      throws SQLException {
    List<PeriodSums> sums = Stream.generate(PeriodSums::new).limit(periods.list().size()).toList();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SUMS)) {
      statement.setArray(1, days(connection, periods, Period::from));
      statement.setArray(2, days(connection, periods, Period::to));
      statement.setString(3, wardId);
      statement.setString(4, question);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          sums.get(row.getInt("n") - 1).take(row);
        }
      }
    }
    List<CountsView.PeriodCounts> counts = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      counts.add(sums.get(i).of(periods.list().get(i)));
    }
    return counts;
  }

  private static java.sql.Array days(
      Connection connection, Periods periods, Function<Period, LocalDate> day) throws SQLException {
    return connection.createArrayOf("date", periods.list().stream().map(day).toArray());
  }
}
