package org.heard.analytics.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** What becomes of reviews when comments end, in the transaction of the caller's connection. */
@ApplicationScoped
public class Reviews {
  /** Where nobody has judged the last words, the review of earlier ones counts, and stays. */
  private static final String FORGET_OUTDATED =
      """
      delete from review r
      where r.submission_id = any(?) and r.text_hash is null and exists (
        select 1 from review last
        where last.submission_id = r.submission_id and last.n = r.n
          and last.model_version = r.model_version and last.text_hash is not null)
      """;

  /** Destroys every verdict on these submissions. */
  public void destroy(Connection connection, Collection<UUID> submissions) throws SQLException {
    run(connection, "delete from review where submission_id = any(?)", submissions);
  }

  /**
   * The words are gone: the hash of a short text can be guessed, a verdict says nothing of it. Only
   * the hash tells reviews of the last words from those of earlier ones, so these go before it.
   */
  public void expire(Connection connection, Collection<UUID> submissions) throws SQLException {
    run(connection, FORGET_OUTDATED, submissions);
    run(connection, "update review set text_hash = null where submission_id = any(?)", submissions);
  }

  private static void run(Connection connection, String sql, Collection<UUID> submissions)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      statement.executeUpdate();
    }
  }
}
