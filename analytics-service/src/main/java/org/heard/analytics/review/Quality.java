package org.heard.analytics.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.counting.TagVersions;

/** Adds up verdicts on drawn comments: what the model was unsure of would tell of nothing else. */
@ApplicationScoped
class Quality {
  /**
   * Of several reviews of a comment the first, those of words that are no more after all others:
   * one comment is one observation.
   */
  private static final String SUMS =
      """
      with judged as (
        select distinct on (r.submission_id, r.n) r.*
        from review r join ward w on w.id = r.ward_id
        where w.organisation_id = any(?) and r.sample = 'random' and r.model_version = ?
          and r.counted_on between ? and ?
        order by r.submission_id, r.n, r.text_hash is null, r.reviewed_at, r.reviewer
      )
      select null as layer, null as theme, null as polarity, count(*) as x, 0 as y, 0 as z
      from judged
      union all
      select layer, theme, polarity, count(*) filter (where verdict = 'right'),
             count(*) filter (where verdict = 'wrong'), count(*) filter (where verdict = 'missing')
      from judged join review_verdict using (submission_id, n, reviewer, model_version)
      group by layer, theme, polarity
      order by 1, 2, 3
      """;

  private final DataSource database;
  private final TagVersions versions;

  Quality(DataSource database, TagVersions versions) {
    this.database = database;
    this.versions = versions;
  }

  /** The present model's, on comments that are counted on these days, both included. */
  QualityView read(List<String> organisations, LocalDate from, LocalDate to) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SUMS)) {
      select.setArray(1, connection.createArrayOf("text", organisations.toArray()));
      select.setString(2, versions.model());
      select.setObject(3, from);
      select.setObject(4, to);
      try (ResultSet row = select.executeQuery()) {
        return view(row, from, to);
      }
    }
  }

  private QualityView view(ResultSet row, LocalDate from, LocalDate to) throws SQLException {
    long reviewed = 0;
    List<QualityView.Row> tags = new ArrayList<>();
    while (row.next()) {
      if (row.getString("layer") == null) {
        reviewed = row.getLong("x");
      } else {
        tags.add(tag(row));
      }
    }
    return new QualityView(from, to, versions.model(), reviewed, tags);
  }

  private static QualityView.Row tag(ResultSet row) throws SQLException {
    String polarity = row.getString("polarity");
    return new QualityView.Row(
        row.getString("layer"),
        row.getString("theme"),
        polarity.isEmpty() ? null : polarity,
        row.getLong("x"),
        row.getLong("y"),
        row.getLong("z"));
  }
}
