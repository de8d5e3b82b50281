package org.heard.analytics.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.comment.Condition;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Page;

/** Lists disputes, the oldest first. */
@ApplicationScoped
class CorrectionList {
  /** What is withheld has no tags for anybody, and so nothing that was said of them. */
  private static final String FROM =
      """
       from correction k
       join ward w on w.id = k.ward_id
       left join comment c on c.submission_id = k.submission_id and c.n = k.n
       where c.withheld is null and
      """;

  private final DataSource database;

  CorrectionList(DataSource database) {
    this.database = database;
  }

  /**
   * Which are asked for.
   *
   * @param wardId null for all of these organisations
   */
  record Filter(List<String> organisations, Correction.State state, String wardId) {
    private Condition condition() {
      Condition condition =
          new Condition()
              .and("w.organisation_id = any(?)", (Object) organisations.toArray(String[]::new))
              .and("k.state = ?", state.code());
      return wardId == null ? condition : condition.and("k.ward_id = ?", wardId);
    }
  }

  private record Row(long seq, CorrectionView view) {
    static Row of(ResultSet row) throws SQLException {
      Correction correction = Correction.of(row);
      String text = row.getString("text");
      return new Row(
          correction.seq(),
          CorrectionView.of(
              correction,
              text == null
                  ? null
                  : new CorrectionView.Disputed(
                      row.getString("question"), row.getObject("rating", Integer.class), text)));
    }
  }

  /**
   * One page.
   *
   * @param after the last of the page before; 0 for the first page
   */
  Page<CorrectionView> find(Filter filter, long after, int limit) throws SQLException {
    // Total and page of one moment.
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection ->
            Page.of(
                rows(connection, filter.condition().and("k.seq > ?", after), limit + 1),
                total(connection, filter.condition()),
                limit,
                Row::view,
                row -> Cursor.of(row.seq())));
  }

  private static long total(Connection connection, Condition condition) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select count(*)" + FROM + condition.sql())) {
      condition.bind(select);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Row> rows(Connection connection, Condition condition, int limit)
      throws SQLException {
    String sql =
        "select k.*, c.question, c.rating, c.text"
            + FROM
            + condition.sql()
            + " order by k.seq limit ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(condition.bind(select), limit);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(Row.of(row));
        }
      }
      return rows;
    }
  }
}
