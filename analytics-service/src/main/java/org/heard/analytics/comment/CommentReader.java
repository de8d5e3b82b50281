package org.heard.analytics.comment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.heard.analytics.paging.Page;

/**
 * Reads pages of comments, newest day first and the comments of a day shuffled, in the transaction
 * of its connection. A page goes on behind the last comment of the one before: whatever arrives in
 * between, those that were there come once.
 */
final class CommentReader {
  private static final String COLUMNS =
      "c.submission_id, c.n, c.ward_id, c.question, c.rating, c.text, c.counted_on, c.shuffle,"
          + " c.language, c.translated_from, c.severity, c.withheld, c.praised";

  private static final String TAGS =
      """
      select submission_id, n, layer, theme, polarity, specificity, confidence,
             evidence_start, evidence_end, source
      from comment_tag where submission_id = any(?)
      order by submission_id, n, evidence_start, layer, theme, polarity
      """;

  private static final String BEYOND =
      "c.counted_on <= ? and (c.counted_on < ? or (c.shuffle, c.submission_id, c.n) > (?, ?, ?))";

  private final Connection connection;

  CommentReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * One page.
   *
   * @param all what all pages hold; conditions name the comment {@code c}
   * @param after the last comment of the page before, null for the first page
   */
  Page<CommentView> page(
      Condition all,
      Place after,
      int limit,
      BiFunction<FoundComment, List<FoundTag>, CommentView> view)
      throws SQLException {
    long total = count(all);
    List<FoundComment> rows = read(after == null ? all : all.and(BEYOND, beyond(after)), limit + 1);
    Map<String, List<FoundTag>> tags = tags(rows);
    return Page.of(
        rows,
        total,
        limit,
        row -> view.apply(row, tags.getOrDefault(row.id(), List.of())),
        row -> row.place().cursor());
  }

  private static Object[] beyond(Place after) {
    return new Object[] {
      after.countedOn(), after.countedOn(), after.shuffle(), after.submissionId(), after.n()
    };
  }

  private long count(Condition condition) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select count(*) from comment c where " + condition.sql())) {
      condition.bind(statement);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<FoundComment> read(Condition condition, int limit) throws SQLException {
    String sql =
        "select "
            + COLUMNS
            + " from comment c where "
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

  private Map<String, List<FoundTag>> tags(List<FoundComment> rows) throws SQLException {
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
