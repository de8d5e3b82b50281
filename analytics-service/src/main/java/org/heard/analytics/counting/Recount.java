package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Counts everything anew from the facts, to compare with the rollups or to replace them. */
@ApplicationScoped
public class Recount {
  private static final String MISMATCHES =
      """
      select
        (select count(*) from rollup_submission r
         full join (select ward_id, day, rating, count(*) as submissions
                    from counted_submission group by 1, 2, 3) f
         using (ward_id, day, rating)
         where coalesce(r.submissions, 0) <> coalesce(f.submissions, 0))
      + (select count(*) from rollup_comment r
         full join (select ward_id, day, sum(comments) as comments,
                           sum(with_content) as with_content, sum(withheld) as withheld
                    from counted_comment group by 1, 2) f
         using (ward_id, day)
         where (coalesce(r.comments, 0), coalesce(r.with_content, 0), coalesce(r.withheld, 0))
            <> (coalesce(f.comments, 0), coalesce(f.with_content, 0), coalesce(f.withheld, 0)))
      + (select count(*) from rollup_theme r
         full join (select ward_id, day, layer, theme, polarity, count(*) as comments
                    from counted_theme group by 1, 2, 3, 4, 5) f
         using (ward_id, day, layer, theme, polarity)
         where coalesce(r.comments, 0) <> coalesce(f.comments, 0))
      """;

  private static final List<String> REBUILD =
      List.of(
          // Waits for batches under way and keeps new ones waiting; readers go on.
          """
          lock table rollup_submission, rollup_comment, rollup_theme in exclusive mode
          """,
          "delete from rollup_submission",
          "delete from rollup_comment",
          "delete from rollup_theme",
          """
          insert into rollup_submission (ward_id, day, rating, submissions)
          select ward_id, day, rating, count(*) from counted_submission group by 1, 2, 3
          """,
          """
          insert into rollup_comment (ward_id, day, comments, with_content, withheld)
          select ward_id, day, sum(comments), sum(with_content), sum(withheld)
          from counted_comment group by 1, 2
          """,
          """
          insert into rollup_theme (ward_id, day, layer, theme, polarity, comments)
          select ward_id, day, layer, theme, polarity, count(*)
          from counted_theme group by 1, 2, 3, 4, 5
          """);

  private final DataSource database;

  Recount(DataSource database) {
    this.database = database;
  }

  /** How many rollup rows differ from the facts, at one moment; 0 unless something is broken. */
  public long mismatches() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(MISMATCHES)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Replaces the rollups by what the facts say, all at once. */
  public void rebuild() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String step : REBUILD) {
          statement.execute(step);
        }
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    }
  }
}
