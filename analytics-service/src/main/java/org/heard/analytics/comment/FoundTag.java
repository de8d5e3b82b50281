package org.heard.analytics.comment;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A tag as it was stored; its evidence is a place in the comment's text.
 *
 * @param source {@code person} where a person has added it, null for the model's
 */
public record FoundTag(
    String layer,
    String theme,
    String polarity,
    String specificity,
    double confidence,
    int start,
    int end,
    String source) {

  /** From a row of {@code comment_tag} or of {@code model_tag} with a column for the source. */
  public static FoundTag of(ResultSet row) throws SQLException {
    String polarity = row.getString("polarity");
    return new FoundTag(
        row.getString("layer"),
        row.getString("theme"),
        polarity.isEmpty() ? null : polarity,
        row.getString("specificity"),
        row.getDouble("confidence"),
        row.getInt("evidence_start"),
        row.getInt("evidence_end"),
        row.getString("source"));
  }

  /** As it is answered, with the clause of this text. */
  public CommentView.TagView view(String text) {
    return new CommentView.TagView(
        layer,
        theme,
        polarity,
        specificity,
        confidence,
        new CommentView.EvidenceView(start, end, text.substring(start, end)),
        source);
  }
}
