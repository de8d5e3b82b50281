package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Page;

/** Lists who read held answers, wrote in their place or carried answers away, the last first. */
@ApplicationScoped
class HeldAccessList {
  /** The organisation is the one that the ward had then. */
  private static final String WHERE = " from held_access where organisation_id = any(?)";

  private final DataSource database;

  HeldAccessList(DataSource database) {
    this.database = database;
  }

  /**
   * One page.
   *
   * @param before the place of the last one of the page before; the largest number for the first
   */
  Page<HeldAccessView> find(List<String> organisations, long before, int limit)
      throws SQLException {
    // Total and page of one moment.
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection ->
            Page.of(
                rows(connection, organisations, before, limit + 1),
                total(connection, organisations),
                limit,
                HeldAccessView.Row::view,
                row -> Cursor.of(row.id())));
  }

  private static long total(Connection connection, List<String> organisations) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select count(*)" + WHERE)) {
      select.setArray(1, connection.createArrayOf("text", organisations.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<HeldAccessView.Row> rows(
      Connection connection, List<String> organisations, long before, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, what, subject, at, ward_id, comments"
                + WHERE
                + " and id < ? order by id desc limit ?")) {
      select.setArray(1, connection.createArrayOf("text", organisations.toArray()));
      select.setLong(2, before);
      select.setInt(3, limit);
      List<HeldAccessView.Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(HeldAccessView.Row.of(row));
        }
      }
      return rows;
    }
  }
}
