package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Counts by ward and day, kept in step with the facts in the transaction that changes the facts.
 * What counts is said once, by the views {@code counted_*}; here it is only added or taken back.
 */
@ApplicationScoped
public class Rollups {

  /**
   * Rows are written in the order of their key, so that two writers meet them in the same order.
   */
  private static final List<String> SHIFTS =
      List.of(
          """
          insert into rollup_submission as r (ward_id, day, rating, submissions)
          select ward_id, day, rating, ? * count(*)
          from counted_submission where submission_id = any(?)
          group by ward_id, day, rating order by ward_id, day, rating
          on conflict (ward_id, day, rating) do update
          set submissions = r.submissions + excluded.submissions
          """,
          """
          insert into rollup_comment as r (ward_id, day, comments, with_content, withheld)
          select ward_id, day, sign * sum(comments), sign * sum(with_content), sign * sum(withheld)
          from (select ?::bigint as sign) s, counted_comment where submission_id = any(?)
          group by sign, ward_id, day order by ward_id, day
          on conflict (ward_id, day) do update
          set comments = r.comments + excluded.comments,
              with_content = r.with_content + excluded.with_content,
              withheld = r.withheld + excluded.withheld
          """,
          """
          insert into rollup_theme as r (ward_id, day, layer, theme, polarity, comments)
          select ward_id, day, layer, theme, polarity, ? * count(*)
          from counted_theme where submission_id = any(?)
          group by ward_id, day, layer, theme, polarity
          order by ward_id, day, layer, theme, polarity
          on conflict (ward_id, day, layer, theme, polarity) do update
          set comments = r.comments + excluded.comments
          """);

  /** Counts these submissions, after their facts were written. */
  public void add(Connection connection, Collection<UUID> submissions) throws SQLException {
    shift(connection, submissions, 1);
  }

  /** Takes these submissions back, before their facts are changed or deleted. */
  public void retract(Connection connection, Collection<UUID> submissions) throws SQLException {
    shift(connection, submissions, -1);
  }

  private static void shift(Connection connection, Collection<UUID> submissions, long sign)
      throws SQLException {
    for (String shift : SHIFTS) {
      try (PreparedStatement statement = connection.prepareStatement(shift)) {
        statement.setLong(1, sign);
        statement.setArray(2, connection.createArrayOf("uuid", submissions.toArray()));
        statement.executeUpdate();
      }
    }
  }
}
