package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Page;

/** Reads reports of recounts, newest first. */
@ApplicationScoped
class RecountList {
  private static final String REPORTS =
      "select * from recount where id < ? order by id desc limit ?";

  private static final String ROLLUPS =
      """
      select rollup, compared_rows, differing_rows from recount_rollup
      where recount_id = ? order by rollup
      """;

  /** A ward that is not known here belongs to nobody yet; its days are in the numbers only. */
  private static final String WARD_DAYS =
      """
      select d.rollup, d.ward_id, d.day, d.differing_rows
      from recount_difference d join ward w on w.id = d.ward_id
      where d.recount_id = ? and w.organisation_id = any(?)
      order by d.rollup, d.ward_id, d.day
      """;

  private final DataSource database;

  RecountList(DataSource database) {
    this.database = database;
  }

  private record Report(
      long id, String state, boolean rebuild, Instant startedAt, Instant endedAt) {}

  /**
   * One page.
   *
   * @param before the id of the last one of the page before; the largest number for the first
   */
  Page<RecountView> find(List<String> organisations, long before, int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<RecountView> views = new ArrayList<>();
      for (Report report : reports(connection, before, limit + 1)) {
        views.add(view(connection, report, organisations));
      }
      return Page.of(views, total(connection), limit, view -> view, view -> Cursor.of(view.id()));
    }
  }

  /** The last report of all, if there is one. */
  Optional<RecountView> latest(Connection connection, List<String> organisations)
      throws SQLException {
    List<Report> reports = reports(connection, Long.MAX_VALUE, 1);
    return reports.isEmpty()
        ? Optional.empty()
        : Optional.of(view(connection, reports.get(0), organisations));
  }

  private static long total(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select count(*) from recount");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Report> reports(Connection connection, long before, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(REPORTS)) {
      select.setLong(1, before);
      select.setInt(2, limit);
      List<Report> reports = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
          reports.add(
              new Report(
                  row.getLong("id"),
                  row.getString("state"),
                  row.getBoolean("rebuild"),
                  row.getObject("started_at", OffsetDateTime.class).toInstant(),
                  ended == null ? null : ended.toInstant()));
        }
      }
      return reports;
    }
  }

  private static RecountView view(Connection connection, Report report, List<String> organisations)
      throws SQLException {
    List<RecountView.RollupRows> rollups = rollups(connection, report.id());
    return new RecountView(
        report.id(),
        report.state(),
        report.rebuild(),
        report.startedAt(),
        report.endedAt(),
        rollups.stream().mapToLong(RecountView.RollupRows::comparedRows).sum(),
        rollups.stream().mapToLong(RecountView.RollupRows::differingRows).sum(),
        rollups,
        wardDays(connection, report.id(), organisations));
  }

  private static List<RecountView.RollupRows> rollups(Connection connection, long id)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ROLLUPS)) {
      select.setLong(1, id);
      List<RecountView.RollupRows> rollups = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rollups.add(new RecountView.RollupRows(row.getString(1), row.getLong(2), row.getLong(3)));
        }
      }
      return rollups;
    }
  }

  private static List<RecountView.WardDay> wardDays(
      Connection connection, long id, List<String> organisations) throws SQLException {
    Array own = connection.createArrayOf("text", organisations.toArray());
    try (PreparedStatement select = connection.prepareStatement(WARD_DAYS)) {
      select.setLong(1, id);
      select.setArray(2, own);
      List<RecountView.WardDay> days = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          days.add(
              new RecountView.WardDay(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, LocalDate.class),
                  row.getLong(4)));
        }
      }
      return days;
    }
  }
}
