package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.paging.Page;

/** Lists what waits for a person who reads its language, oldest first, and notes who read it. */
@ApplicationScoped
class HeldList {
  private static final String BEYOND =
      "(c.counted_on, c.shuffle, c.submission_id, c.n) > (?, ?, ?, ?)";

  private final DataSource database;
  private final Clock clock;

  HeldList(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param after the last comment of the page before, null for the first page
   * @param subject who reads it
   */
  Page<HeldView> read(Ward ward, Place after, int limit, String subject) throws SQLException {
    // Total and page of one moment.
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection -> {
          Page<HeldView> page = page(connection, ward, after, limit);
          List<String> ids = page.items().stream().map(HeldView::id).toList();
          new HeldAccess(
                  HeldAccess.READ, ward.id(), ward.organisationId(), ids, subject, clock.instant())
              .note(connection);
          return page;
        });
  }

  private static Page<HeldView> page(Connection connection, Ward ward, Place after, int limit)
      throws SQLException {
    Condition held =
        new Condition()
            .and("c.ward_id = ?", ward.id())
            .and("c.withheld = 'LANGUAGE' and c.text is not null");
    long total = count(connection, held);
    if (after != null) {
      held.and(BEYOND, after.countedOn(), after.shuffle(), after.submissionId(), after.n());
    }
    List<HeldView.Row> rows = rows(connection, held, limit + 1);
    return Page.of(rows, total, limit, HeldView.Row::view, row -> row.place().cursor());
  }

  private static long count(Connection connection, Condition held) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select count(*) from comment c where " + held.sql())) {
      held.bind(select);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<HeldView.Row> rows(Connection connection, Condition held, int limit)
      throws SQLException {
    String sql =
        "select c.submission_id, c.n, c.question, c.language, c.text, c.counted_on, c.shuffle"
            + " from comment c where "
            + held.sql()
            + " order by c.counted_on, c.shuffle, c.submission_id, c.n limit ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(held.bind(select), limit);
      List<HeldView.Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(HeldView.Row.of(row));
        }
      }
      return rows;
    }
  }
}
