package org.heard.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Page;

/** Reads mismatches, newest first. */
@ApplicationScoped
class MismatchList {
  /**
   * A ward that is not known here belongs to nobody yet; its mismatch is in log and metric only.
   */
  private static final String WHERE =
      """
       from mismatch m join ward w on w.id = m.ward_id
      where w.organisation_id = any(?) and m.state = ?
      """;

  private final DataSource database;

  MismatchList(DataSource database) {
    this.database = database;
  }

  /** Which mismatches are asked for. */
  record Filter(List<String> organisations, String state) {
    private void bind(Connection connection, PreparedStatement statement) throws SQLException {
      statement.setArray(1, connection.createArrayOf("text", organisations.toArray()));
      statement.setString(2, state);
    }
  }

  private record Row(long id, MismatchView view) {}

  /**
   * One page.
   *
   * @param before the id of the last mismatch of the page before; the largest number for the first
   */
  Page<MismatchView> find(Filter filter, long before, int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Page.of(
          rows(connection, filter, before, limit + 1),
          total(connection, filter),
          limit,
          Row::view,
          row -> Cursor.of(row.id()));
    }
  }

  private static long total(Connection connection, Filter filter) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select count(*)" + WHERE)) {
      filter.bind(connection, select);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Row> rows(Connection connection, Filter filter, long before, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select m.*" + WHERE + " and m.id < ? order by m.id desc limit ?")) {
      filter.bind(connection, select);
      select.setLong(3, before);
      select.setInt(4, limit);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(row.getLong("id"), MismatchView.of(row)));
        }
      }
      return rows;
    }
  }
}
