package org.heard.analytics.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Page;

/** Lists actions, the newest first. */
@ApplicationScoped
class ActionList {
  private final DataSource database;
  private final Clock clock;

  ActionList(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param cursor of the page before; null for the first
   */
  Page<ActionView> find(ActionFilter filter, String cursor, int limit) throws SQLException {
    long before = before(cursor);
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection ->
            Page.of(
                rows(connection, filter, now, before, limit + 1),
                total(connection, filter, now),
                limit,
                ActionView::listed,
                action -> Cursor.of(action.n())));
  }

  private static long before(String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(Cursor.parts(cursor, 1).get(0));
    } catch (NumberFormatException foreign) {
      throw Cursor.bad();
    }
  }

  private static long total(Connection connection, ActionFilter filter, OffsetDateTime now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select count(*) " + Action.FROM + filter.where())) {
      select.setObject(1, now);
      filter.bind(select, 2);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Action> rows(
      Connection connection, ActionFilter filter, OffsetDateTime now, long before, int limit)
      throws SQLException {
    String sql =
        Action.SELECT + Action.FROM + filter.where() + " and a.n < ? order by a.n desc limit ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, now);
      int index = filter.bind(select, 2);
      select.setLong(index, before);
      select.setInt(index + 1, limit);
      List<Action> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(Action.of(row));
        }
      }
      return rows;
    }
  }
}
