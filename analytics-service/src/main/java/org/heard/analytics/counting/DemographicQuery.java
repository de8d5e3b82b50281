package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads a ward's rollups by band. */
@ApplicationScoped
class DemographicQuery {
  /**
   * One statement, so that all numbers come from one moment, and ward and days looked up once, as
   * in {@link CountQuery}; a null band is all of them. The columns of {@code sums} are those of
   * {@link DemographicsView.BandCounts}, in its order.
   */
  private static final String SUMS =
      """
      with chosen as (
        select ?::text as ward_id, ?::date as first_day, ?::date as last_day, ?::text as asked
      ), rated as (
        select coalesce(sum(submissions), 0) as submissions,
               coalesce(sum(submissions) filter (where rating > 0), 0) as responses,
               coalesce(sum(submissions) filter (where rating in (1, 2)), 0) as positive,
               coalesce(sum(commenting), 0) as commenting,
               coalesce(sum(with_shortfall), 0) as with_shortfall
        from rollup_submission
        where ward_id = (select ward_id from chosen)
          and day between (select first_day from chosen) and (select last_day from chosen)
      ), said as (
        select coalesce(sum(comments), 0) as comments, coalesce(sum(with_content), 0) as with_content,
               coalesce(sum(any_shortfall), 0) as any_shortfall
        from rollup_comment
        where ward_id = (select ward_id from chosen)
          and day between (select first_day from chosen) and (select last_day from chosen)
      )
      select null as band, null as pillar,
             array[submissions, responses, positive, commenting, with_shortfall, comments,
                   with_content, any_shortfall]::bigint[] as sums
      from rated, said
      union all
      select band, null,
             array[sum(submissions), sum(responses), sum(positive), sum(commenting),
                   sum(with_shortfall), sum(comments), sum(with_content),
                   sum(any_shortfall)]::bigint[]
      from rollup_band
      where ward_id = (select ward_id from chosen)
        and day between (select first_day from chosen) and (select last_day from chosen)
        and dimension = (select asked from chosen)
      group by band
      union all
      select null, pillar, array[sum(comments)::bigint]
      from rollup_pillar
      where ward_id = (select ward_id from chosen)
        and day between (select first_day from chosen) and (select last_day from chosen) and polarity = 'absent'
      group by pillar
      union all
      select band, pillar, array[sum(absent)::bigint]
      from rollup_band_pillar
      where ward_id = (select ward_id from chosen)
        and day between (select first_day from chosen) and (select last_day from chosen)
        and dimension = (select asked from chosen)
      group by band, pillar
      """;

  private static final int COLUMNS = 8;

  private final DataSource database;

  DemographicQuery(DataSource database) {
    this.database = database;
  }

  /** Counts of one band, or of all. */
  private static final class Sums {
    private final long[] columns = new long[COLUMNS];
    private final Map<String, Long> pillars = new TreeMap<>();

    void add(Sums other, long sign) {
      for (int i = 0; i < COLUMNS; i++) {
        columns[i] += sign * other.columns[i];
      }
      other.pillars.forEach((pillar, n) -> pillars.merge(pillar, sign * n, Long::sum));
    }

    DemographicsView.BandCounts of(String band) {
      pillars.values().removeIf(n -> n == 0);
      return new DemographicsView.BandCounts(
          band,
          columns[0],
          columns[1],
          columns[2],
          columns[3],
          columns[4],
          columns[5],
          columns[6],
          columns[7],
          pillars);
    }
  }

  /** Every band of the dimension in its order, and last the rest: those who did not say. */
  List<DemographicsView.BandCounts> read(String wardId, Dimension dimension, Period period)
      throws SQLException {
    Map<String, Sums> read = sums(wardId, dimension, period);
    Sums rest = read.get(null);
    List<DemographicsView.BandCounts> bands = new ArrayList<>();
    for (String band : dimension.bands()) {
      Sums sums = read.getOrDefault(band, new Sums());
      rest.add(sums, -1);
      bands.add(sums.of(band));
    }
    bands.add(rest.of(Dimension.NOT_SAID));
    return bands;
  }

  private Map<String, Sums> sums(String wardId, Dimension dimension, Period period)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SUMS)) {
      select.setString(1, wardId);
      select.setObject(2, period.from());
      select.setObject(3, period.to());
      select.setString(4, dimension.code());
      Map<String, Sums> sums = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          take(row, sums.computeIfAbsent(row.getString("band"), band -> new Sums()));
        }
      }
      return sums;
    }
  }

  private static void take(ResultSet row, Sums sums) throws SQLException {
    Long[] read = (Long[]) row.getArray("sums").getArray();
    String pillar = row.getString("pillar");
    if (pillar != null) {
      sums.pillars.put(pillar, read[0]);
      return;
    }
    for (int i = 0; i < COLUMNS; i++) {
      sums.columns[i] = read[i];
    }
  }
}
