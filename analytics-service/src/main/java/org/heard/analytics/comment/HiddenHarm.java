package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.heard.analytics.counting.Period;
import org.heard.analytics.counting.Periods;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.paging.Page;

/**
 * Finds comments whose score says good and whose worst statement is serious: rating 1 or 2 of the
 * submission, severity serious of the comment. Only those that are shown: what is in review is seen
 * in its lane.
 */
@ApplicationScoped
class HiddenHarm {
  /** As the index {@code comment_hidden_harm} has it. */
  private static final String HARM =
      "c.severity = 'serious' and c.rating <= 2 and " + CommentSearch.SHOWN;

  private final DataSource database;

  HiddenHarm(DataSource database) {
    this.database = database;
  }

  /** One page of a ward's. */
  HiddenHarmView ofWard(String wardId, Periods periods, Place after, int limit)
      throws SQLException {
    Condition condition = new Condition().and("c.ward_id = ?", wardId);
    return find(condition, periods, after, limit, false);
  }

  /** One page of all wards of an organisation. */
  HiddenHarmView ofOrganisation(String id, Periods periods, Place after, int limit)
      throws SQLException {
    Condition condition =
        new Condition()
            .and("c.ward_id in (select w.id from known_ward w where w.organisation_id = ?)", id);
    return find(condition, periods, after, limit, true);
  }

  private HiddenHarmView find(
      Condition where, Periods periods, Place after, int limit, boolean withWards)
      throws SQLException {
    Condition condition =
        where.and("c.counted_on between ? and ?", periods.from(), periods.to()).and(HARM);
    // Counts and page of one moment.
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection -> {
          List<HiddenHarmView.PeriodCount> counts = counts(connection, condition, periods);
          Page<CommentView> page =
              new CommentReader(connection)
                  .page(
                      condition,
                      after,
                      limit,
                      (row, tags) -> {
                        CommentView comment = CommentView.of(row, tags, periods.bucket());
                        return withWards ? comment.of(row.wardId()) : comment;
                      });
          return new HiddenHarmView(page.items(), page.total(), page.next(), counts);
        });
  }

  private static List<HiddenHarmView.PeriodCount> counts(
      Connection connection, Condition condition, Periods periods) throws SQLException {
    Map<LocalDate, Long> counted = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select c.counted_on, count(*) from comment c where "
                + condition.sql()
                + " group by c.counted_on")) {
      condition.bind(select);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Period period = periods.bucket().at(row.getObject(1, LocalDate.class));
          counted.merge(period.from(), row.getLong(2), Long::sum);
        }
      }
    }
    return periods.list().stream()
        .map(
            period ->
                new HiddenHarmView.PeriodCount(
                    period.label(),
                    period.from(),
                    period.to(),
                    counted.getOrDefault(period.from(), 0L)))
        .toList();
  }
}
