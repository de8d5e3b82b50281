package org.heard.analytics.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.access.Caller;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.Condition;
import org.heard.analytics.comment.FoundTag;
import org.heard.analytics.comment.Place;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.paging.Page;

/** Lists the comments of the sample that nobody has reviewed, newest day first, shuffled in it. */
@ApplicationScoped
class ReviewQueue {
  private static final String UNREVIEWED =
      """
      not exists (
        select 1 from review r
        where r.submission_id = c.submission_id and r.n = c.n
          and r.model_version = c.model_version
          and r.text_hash = sha256(convert_to(c.text, 'UTF8')))
      """;

  private static final String NOT_LED =
      "not (w.id = any(?) or w.site_id = any(?) or w.division_ids && ?::varchar[])";

  private static final String BEYOND =
      "c.counted_on <= ? and (c.counted_on < ? or (c.shuffle, c.submission_id, c.n) > (?, ?, ?))";

  private final DataSource database;
  private final Sample sample;

  ReviewQueue(DataSource database, Sample sample) {
    this.database = database;
    this.sample = sample;
  }

  /**
   * One page.
   *
   * @param after the last comment of the page before, null for the first page
   */
  Page<ReviewItem> find(Caller caller, Place after, int limit) throws SQLException {
    // Total, page and tags of one moment.
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection -> page(connection, caller, after, limit));
  }

  private Page<ReviewItem> page(Connection connection, Caller caller, Place after, int limit)
      throws SQLException {
    Condition waiting = waiting(caller);
    long total = count(connection, waiting);
    if (after != null) {
      waiting.and(
          BEYOND,
          after.countedOn(),
          after.countedOn(),
          after.shuffle(),
          after.submissionId(),
          after.n());
    }
    List<ReviewItem.Row> rows = rows(connection, waiting, limit + 1);
    List<UUID> submissions =
        rows.stream().map(row -> row.place().submissionId()).distinct().toList();
    Map<CommentId, List<FoundTag>> tags = ModelTags.of(connection, submissions);
    return Page.of(
        rows,
        total,
        limit,
        row -> row.with(tags.getOrDefault(id(row.place()), List.of())),
        row -> row.place().cursor());
  }

  private static CommentId id(Place place) {
    return new CommentId(place.submissionId(), place.n());
  }

  private Condition waiting(Caller caller) {
    Object led = caller.led().toArray(String[]::new);
    return sample.of(caller.organisations()).and(NOT_LED, led, led, led).and(UNREVIEWED);
  }

  private static long count(Connection connection, Condition waiting) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select count(*)" + Sample.FROM + waiting.sql())) {
      waiting.bind(select);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<ReviewItem.Row> rows(Connection connection, Condition waiting, int limit)
      throws SQLException {
    String sql =
        "select c.submission_id, c.n, c.ward_id, c.counted_on, c.shuffle, c.question, c.rating,"
            + " c.text, c.language, "
            + sample.column()
            + Sample.FROM
            + waiting.sql()
            + " order by c.counted_on desc, c.shuffle, c.submission_id, c.n limit ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(waiting.bind(select), limit);
      List<ReviewItem.Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(ReviewItem.Row.of(row));
        }
      }
      return rows;
    }
  }
}
