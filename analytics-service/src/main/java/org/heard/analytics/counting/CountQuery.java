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
   * One statement, so that all numbers of an answer come from one moment. What has been taken back
   * altogether is left out.
   */
  private static final String SUMS =
      """
      with period as (
        select * from unnest(?::date[], ?::date[]) with ordinality as p (first_day, last_day, n)
      ), chosen as (
        select ?::text as ward_id, ?::text as asked
      )
      select n, 'rating' as kind, rating::text as a, mode as b, null as c,
             array[sum(submissions)::bigint] as sums
      from chosen join rollup_submission using (ward_id)
      join period on day between first_day and last_day
      group by n, rating, mode
      having sum(submissions) <> 0
      union all
      select n, 'comments', question, language, null,
             array[sum(comments), sum(with_content), sum(withheld), sum(low_confidence),
                   sum(any_shortfall)]::bigint[]
      from chosen join rollup_comment using (ward_id)
      join period on day between first_day and last_day
      where question = coalesce(asked, question)
      group by n, question, language
      having sum(comments) <> 0
      union all
      select n, 'theme', layer, theme, polarity, array[sum(comments)::bigint]
      from chosen join rollup_theme using (ward_id)
      join period on day between first_day and last_day
      where question = coalesce(asked, question)
      group by n, layer, theme, polarity
      having sum(comments) <> 0
      union all
      select n, 'pillar', pillar, polarity, null, array[sum(comments)::bigint]
      from chosen join rollup_pillar using (ward_id)
      join period on day between first_day and last_day
      where question = coalesce(asked, question)
      group by n, pillar, polarity
      having sum(comments) <> 0
      union all
      select n, 'corrections', null, null, null, array[count(*), sum(change)]::bigint[]
      from chosen join counted_correction using (ward_id)
      join period on day between first_day and last_day
      where question = coalesce(asked, question)
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
