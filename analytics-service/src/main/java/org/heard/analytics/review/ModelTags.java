package org.heard.analytics.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.FoundTag;

/** What the model has said, whatever people have corrected since. */
final class ModelTags {
  private static final String TAGS =
      """
      select *, null as source from model_tag where submission_id = any(?)
      order by submission_id, n, evidence_start, layer, theme, polarity
      """;

  private ModelTags() {}

  /** By comment, all tags of these submissions. */
  static Map<CommentId, List<FoundTag>> of(Connection connection, Collection<UUID> submissions)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TAGS)) {
      select.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      try (ResultSet row = select.executeQuery()) {
        Map<CommentId, List<FoundTag>> tags = new HashMap<>();
        while (row.next()) {
          CommentId id = new CommentId(row.getObject("submission_id", UUID.class), row.getInt("n"));
          tags.computeIfAbsent(id, none -> new ArrayList<>()).add(FoundTag.of(row));
        }
        return tags;
      }
    }
  }
}
