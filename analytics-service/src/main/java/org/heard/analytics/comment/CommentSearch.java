package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.heard.analytics.counting.Bucket;
import org.heard.analytics.paging.Page;

/** Finds the comments of a ward. */
@ApplicationScoped
class CommentSearch {
  private static final String TAGS =
      """
      select submission_id, n, layer, theme, polarity, specificity, confidence,
             evidence_start, evidence_end, source
      from comment_tag where submission_id = any(?)
      order by submission_id, n, evidence_start, layer, theme, polarity
      """;

  private final DataSource database;

  CommentSearch(DataSource database) {
    this.database = database;
  }

  /**
   * One page.
   *
   * @param after the last comment of the page before, null for the first page
   */
  Page<CommentView> find(String wardId, CommentFilter filter, Place after, int limit)
      throws SQLException {
    // Total, page and tags of one moment: a submission erased in between must not be half there.
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection -> page(connection, wardId, filter, after, limit));
  }

  private static Page<CommentView> page(
      Connection connection, String wardId, CommentFilter filter, Place after, int limit)
      throws SQLException {
    Condition all = condition(wardId, filter);
    long total = count(connection, all);
    List<FoundComment> rows =
        read(connection, after == null ? all : all.and(BEYOND, beyond(after)), limit + 1);
    Map<String, List<FoundTag>> tags = tags(connection, rows);
    Bucket bucket = filter.periods().bucket();
    return Page.of(
        rows,
        total,
        limit,
        row -> CommentView.of(row, tags.getOrDefault(row.id(), List.of()), bucket),
        row -> row.place().cursor());
  }

  private static Condition condition(String wardId, CommentFilter filter) {
    Condition condition =
        new Condition()
            .and("c.ward_id = ?", wardId)
            .and("c.counted_on between ? and ?", filter.periods().from(), filter.periods().to());
    if (filter.rating() != null) {
      condition.and("c.rating = ?", filter.rating());
    }
    if (filter.q() != null) {
      condition.and("c.search @@ websearch_to_tsquery('english', ?)", filter.q());
    }
    if (filter.theme() != null || filter.polarity() != null) {
      tagged(condition, filter);
    }
    return condition;
  }

  private static void tagged(Condition condition, CommentFilter filter) {
    String same = "t.submission_id = c.submission_id and t.n = c.n";
    if (filter.polarity() == null) {
      condition.and(exists(same + " and t.theme = ?"), filter.theme());
    } else if (filter.theme() == null) {
      condition.and(exists(same + " and t.polarity = ?"), filter.polarity());
    } else {
      condition.and(
          exists(same + " and t.theme = ? and t.polarity = ?"), filter.theme(), filter.polarity());
    }
  }

  private static String exists(String condition) {
    return "exists (select 1 from comment_tag t where " + condition + ")";
  }

  private static final String BEYOND =
      "c.counted_on <= ? and (c.counted_on < ? or (c.shuffle, c.submission_id, c.n) > (?, ?, ?))";

  private static Object[] beyond(Place after) {
    return new Object[] {
      after.countedOn(), after.countedOn(), after.shuffle(), after.submissionId(), after.n()
    };
  }

  private static long count(Connection connection, Condition condition) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select count(*) from comment c where " + condition.sql())) {
      condition.bind(statement);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<FoundComment> read(Connection connection, Condition condition, int limit)
      throws SQLException {
    String sql =
        "select c.submission_id, c.n, c.question, c.rating, c.text, c.counted_on, c.shuffle,"
            + " c.language, c.translated_from, c.withheld, c.praised from comment c where "
            + condition.sql()
            + " order by c.counted_on desc, c.shuffle, c.submission_id, c.n limit ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(condition.bind(statement), limit);
      List<FoundComment> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(FoundComment.of(row));
        }
      }
      return rows;
    }
  }

  private static Map<String, List<FoundTag>> tags(Connection connection, List<FoundComment> rows)
      throws SQLException {
    Map<String, List<FoundTag>> tags = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(TAGS)) {
      Object[] ids = rows.stream().map(FoundComment::submissionId).distinct().toArray();
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String comment = row.getString("submission_id") + "-" + row.getInt("n");
          tags.computeIfAbsent(comment, id -> new ArrayList<>()).add(FoundTag.of(row));
        }
      }
    }
    return tags;
  }
}
