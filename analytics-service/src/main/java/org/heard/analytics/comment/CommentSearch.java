package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.heard.analytics.counting.Bucket;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.paging.Page;

/** Finds the comments of a ward. */
@ApplicationScoped
class CommentSearch {
  /** Nothing is withheld of it, and retention has not taken its words. */
  static final String SHOWN = "c.withheld is null and c.text is not null";

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
    Bucket bucket = filter.periods().bucket();
    // Total, page and tags of one moment: a submission erased in between must not be half there.
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection ->
            new CommentReader(connection)
                .page(
                    condition(connection, wardId, filter),
                    after,
                    limit,
                    (row, tags) -> CommentView.of(row, tags, bucket)));
  }

  private static Condition condition(Connection connection, String wardId, CommentFilter filter)
      throws SQLException {
    CommentFilter.Asked asked = filter.asked();
    Condition condition =
        new Condition()
            .and("c.ward_id = ?", wardId)
            .and("c.counted_on between ? and ?", filter.periods().from(), filter.periods().to())
            .andIf(filter.rating(), "c.rating = ?")
            .andIf(asked.question(), "c.question = ?")
            .andIf(asked.severity(), "c.severity = ?");
    if (CommentFilter.UNKNOWN_LANGUAGE.equals(asked.language())) {
      condition.and("c.language is null");
    } else {
      condition.andIf(asked.language(), "c.language = ?");
    }
    if (filter.words() != null) {
      condition.and("c.search @@ ?::tsquery", compiled(connection, filter.words()));
    }
    // A theme alone counts what is withheld, too: the total is the numerator of the counts.
    if (filter.readsTheComment()) {
      condition.and(SHOWN);
    }
    return tagged(condition, asked);
  }

  /** One tag has all that is asked of tags. */
  private static Condition tagged(Condition condition, CommentFilter.Asked asked) {
    Condition tag =
        new Condition()
            .and("t.submission_id = c.submission_id and t.n = c.n")
            .andIf(asked.theme(), "t.theme = ?")
            .andIf(asked.polarity(), "t.polarity = ?")
            .andIf(asked.specificity(), "t.specificity = ?");
    return tag.hasValues() ? condition.andExists("comment_tag t", tag) : condition;
  }

  private static String compiled(Connection connection, SearchWords words) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select (" + words.sql() + ")::text")) {
      int index = 1;
      for (String value : words.values()) {
        select.setString(index++, value);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        String query = row.getString(1);
        if (query.isEmpty()) {
          throw SearchWords.tooCommon();
        }
        return query;
      }
    }
  }
}
