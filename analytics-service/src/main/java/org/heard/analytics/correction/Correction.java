package org.heard.analytics.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.Passage;

/**
 * That a tag is wrong or missing, as somebody says, and what became of it.
 *
 * @param seq the order in which they were raised
 * @param polarity null in the layer general
 * @param decidedAt null while it is open
 */
record Correction(
    UUID id,
    long seq,
    CommentId comment,
    String wardId,
    String kind,
    String layer,
    String theme,
    String polarity,
    Passage evidence,
    State state,
    String raisedBy,
    Instant raisedAt,
    Instant decidedAt) {

  /** What became of it. */
  enum State {
    OPEN,
    ACCEPTED,
    DECLINED,
    /** The comment has other words now, or, undecided, none any more. */
    ENDED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String code) {
      return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
  }

  static Correction of(ResultSet row) throws SQLException {
    String polarity = row.getString("polarity");
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    return new Correction(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        new CommentId(row.getObject("submission_id", UUID.class), row.getInt("n")),
        row.getString("ward_id"),
        row.getString("kind"),
        row.getString("layer"),
        row.getString("theme"),
        polarity.isEmpty() ? null : polarity,
        new Passage(row.getInt("evidence_start"), row.getInt("evidence_end")),
        State.of(row.getString("state")).orElseThrow(),
        row.getString("raised_by"),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        decidedAt == null ? null : decidedAt.toInstant());
  }
}
