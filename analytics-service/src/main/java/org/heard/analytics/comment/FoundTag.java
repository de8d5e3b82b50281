package org.heard.analytics.comment;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A tag as it was stored; its evidence is a place in the comment's text. */
record FoundTag(
    String layer,
    String theme,
    String polarity,
    String specificity,
    double confidence,
    int start,
    int end) {

  static FoundTag of(ResultSet row) throws SQLException {
    String polarity = row.getString("polarity");
    return new FoundTag(
        row.getString("layer"),
        row.getString("theme"),
        polarity.isEmpty() ? null : polarity,
        row.getString("specificity"),
        row.getDouble("confidence"),
        row.getInt("evidence_start"),
        row.getInt("evidence_end"));
  }

  CommentView.TagView view(String text) {
    return new CommentView.TagView(
        layer,
        theme,
        polarity,
        specificity,
        confidence,
        new CommentView.EvidenceView(start, end, text.substring(start, end)));
  }
}
