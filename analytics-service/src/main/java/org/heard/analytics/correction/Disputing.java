package org.heard.analytics.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.CommentStore;
import org.heard.analytics.comment.Passage;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.TagName;

/** Takes down that a tag of a shown comment is wrong or missing. Changes no tag. */
@ApplicationScoped
class Disputing {
  private static final String SHOWN =
      """
      select counted_on, text, with_content from comment
      where submission_id = ? and n = ? and ward_id = ? and text is not null and withheld is null
      """;

  private static final String SAME =
      " where submission_id = ? and n = ? and layer = ? and theme = ? and polarity = ?";

  private static final String OPEN = "select * from correction" + SAME + " and state = 'open'";

  private static final String TAG = "select evidence_start, evidence_end from comment_tag" + SAME;

  private static final String OPEN_OF =
      "select count(*) from correction where raised_by = ? and state = 'open'";

  private static final String INSERT =
      """
      insert into correction (id, submission_id, n, layer, theme, polarity, kind, ward_id,
                              counted_on, evidence_start, evidence_end, text_hash, state, raised_by,
                              raised_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, sha256(convert_to(?, 'UTF8')), 'open', ?, ?)
      returning *
      """;

  /** A comment that everybody sees. */
  private record Shown(LocalDate countedOn, String text, boolean withContent) {}

  /**
   * A dispute.
   *
   * @param fresh whether it was raised now, and not open already
   */
  record Raised(Correction correction, boolean fresh) {}

  private final DataSource database;
  private final CorrectionConfig limits;
  private final Clock clock;

  Disputing(DataSource database, CorrectionConfig limits, Clock clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * The dispute of this tag that is open now; one at a time is.
   *
   * @throws ProblemException {@code NOT_FOUND} for what is not shown, {@code NO_CONTENT}, {@code
   *     NOT_TAGGED}, {@code ALREADY_TAGGED}, {@code BAD_EVIDENCE}, {@code TOO_MANY_OPEN}
   */
  Raised raise(Ward ward, CommentId id, DisputeRequest request, String subject)
      throws SQLException {
    return Transaction.run(
        database,
        Connection.TRANSACTION_READ_COMMITTED,
        connection -> raise(connection, ward, id, request, subject));
  }

  private Raised raise(
      Connection connection, Ward ward, CommentId id, DisputeRequest request, String subject)
      throws SQLException {
    CommentStore.lock(connection, id.submission());
    Shown shown = shown(connection, ward, id);
    Correction open = open(connection, id, request.tag());
    if (open != null) {
      return new Raised(open, false);
    }
    Passage tagged = tagged(connection, id, request.tag());
    Passage evidence = evidence(request, tagged, shown);
    if (openOf(connection, subject) >= limits.maxOpen()) {
      throw new ProblemException(
          ErrorCode.TOO_MANY_OPEN, "At most " + limits.maxOpen() + " disputes wait at a time.");
    }
    return new Raised(insert(connection, ward, id, request, shown, evidence, subject), true);
  }

  private static Passage evidence(DisputeRequest request, Passage tagged, Shown shown) {
    if (!shown.withContent()) {
      throw new ProblemException(
          ErrorCode.NO_CONTENT, "What says nothing, or is not read, has no tags to dispute.");
    }
    if (request.kind().equals(DisputeRequest.MISSING)) {
      if (tagged != null) {
        throw new ProblemException(ErrorCode.ALREADY_TAGGED, "This tag is not missing.");
      }
      return request.evidence().in(shown.text());
    }
    if (tagged == null) {
      throw new ProblemException(ErrorCode.NOT_TAGGED, "The comment has no such tag.");
    }
    return tagged;
  }

  private static Shown shown(Connection connection, Ward ward, CommentId id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SHOWN)) {
      select.setObject(1, id.submission());
      select.setInt(2, id.n());
      select.setString(3, ward.id());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new ProblemException(ErrorCode.NOT_FOUND, "No such comment.");
        }
        return new Shown(
            row.getObject("counted_on", LocalDate.class),
            row.getString("text"),
            row.getBoolean("with_content"));
      }
    }
  }

  private static Correction open(Connection connection, CommentId id, TagName tag)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OPEN)) {
      bind(select, 1, id, tag);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Correction.of(row) : null;
      }
    }
  }

  private static Passage tagged(Connection connection, CommentId id, TagName tag)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TAG)) {
      bind(select, 1, id, tag);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new Passage(row.getInt(1), row.getInt(2)) : null;
      }
    }
  }

  private static long openOf(Connection connection, String subject) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OPEN_OF)) {
      select.setString(1, subject);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Correction insert(
      Connection connection,
      Ward ward,
      CommentId id,
      DisputeRequest request,
      Shown shown,
      Passage evidence,
      String subject)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, UUID.randomUUID());
      bind(insert, 2, id, request.tag());
      insert.setString(7, request.kind());
      insert.setString(8, ward.id());
      insert.setObject(9, shown.countedOn());
      insert.setInt(10, evidence.start());
      insert.setInt(11, evidence.end());
      insert.setString(12, shown.text());
      insert.setString(13, subject);
      insert.setObject(14, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return Correction.of(row);
      }
    }
  }

  private static void bind(PreparedStatement statement, int first, CommentId id, TagName tag)
      throws SQLException {
    statement.setObject(first, id.submission());
    statement.setInt(first + 1, id.n());
    statement.setString(first + 2, tag.layer().code());
    statement.setString(first + 3, tag.theme());
    statement.setString(first + 4, tag.storedPolarity());
  }
}
