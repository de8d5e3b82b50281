package org.heard.analytics.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.heard.analytics.access.Caller;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.CommentStore;
import org.heard.analytics.comment.Condition;
import org.heard.analytics.comment.FoundTag;
import org.heard.analytics.comment.Passage;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.TagName;

/** Keeps what a person says of a comment of the sample; changes no tag and no count. */
@ApplicationScoped
class Reviewing {
  private static final String PUT =
      """
      insert into review (submission_id, n, reviewer, model_version, ward_id, counted_on, sample,
                          text_hash, reviewed_at)
      values (?, ?, ?, ?, ?, ?, ?, sha256(convert_to(?, 'UTF8')), ?)
      """;

  /** With when these words were first reviewed; null where it was of others, which are gone. */
  private static final String FORGET =
      """
      delete from review
      where submission_id = ? and n = ? and reviewer = ? and model_version = ?
      returning case when text_hash = sha256(convert_to(?, 'UTF8')) then reviewed_at end
      """;

  private static final String VERDICT =
      """
      insert into review_verdict (submission_id, n, reviewer, model_version, layer, theme, polarity,
                                  verdict, evidence_start, evidence_end)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final DataSource database;
  private final Sample sample;
  private final Clock clock;

  Reviewing(DataSource database, Sample sample, Clock clock) {
    this.database = database;
    this.sample = sample;
    this.clock = clock;
  }

  /** A comment of the sample. */
  private record Sampled(
      CommentId id, String wardId, LocalDate countedOn, String text, String model, String sample) {}

  /**
   * Keeps a review, in the place of the same person's before: of the same words it counts from when
   * they were first reviewed, so that who repeats or mends a review stays before who came later.
   *
   * @throws ProblemException {@code NOT_FOUND} for what is not in the sample, {@code OWN_WARD},
   *     {@code INCOMPLETE_REVIEW}, {@code ALREADY_TAGGED}, {@code BAD_EVIDENCE}
   */
  ReviewedView put(CommentId id, ReviewRequest request, Caller by) throws SQLException {
    return Transaction.run(
        database,
        Connection.TRANSACTION_READ_COMMITTED,
        connection -> put(connection, id, request, by));
  }

  private ReviewedView put(Connection connection, CommentId id, ReviewRequest request, Caller by)
      throws SQLException {
    CommentStore.lock(connection, id.submission());
    Sampled comment = find(connection, id, by);
    request.check(comment.text(), names(connection, id));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant first = forgotten(connection, comment, by.subject()).orElse(now);
    write(connection, comment, by.subject(), first);
    for (Map.Entry<TagName, Boolean> tag : request.verdicts().entrySet()) {
      String verdict = tag.getValue() ? "right" : "wrong";
      write(connection, comment, by.subject(), tag.getKey(), verdict, null);
    }
    for (Map.Entry<TagName, Passage> tag : request.missing().entrySet()) {
      write(connection, comment, by.subject(), tag.getKey(), "missing", tag.getValue());
    }
    return new ReviewedView(id.toString(), comment.sample(), comment.model(), first);
  }

  private Sampled find(Connection connection, CommentId id, Caller by) throws SQLException {
    Condition one =
        sample
            .of(by.organisations())
            .and("c.submission_id = ? and c.n = ?", id.submission(), id.n());
    String sql =
        "select c.ward_id, c.counted_on, c.text, c.model_version, w.site_id, w.division_ids, "
            + sample.column()
            + Sample.FROM
            + one.sql();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      one.bind(select);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new ProblemException(ErrorCode.NOT_FOUND, "No such comment is asked about.");
        }
        String ward = row.getString("ward_id");
        List<String> divisions = List.of((String[]) row.getArray("division_ids").getArray());
        if (by.leads(ward, row.getString("site_id"), divisions)) {
          throw new ProblemException(
              ErrorCode.OWN_WARD, "Leave this to an analyst who does not lead this ward.");
        }
        return new Sampled(
            id,
            ward,
            row.getObject("counted_on", LocalDate.class),
            row.getString("text"),
            row.getString("model_version"),
            row.getString("sample"));
      }
    }
  }

  private static Set<TagName> names(Connection connection, CommentId id) throws SQLException {
    List<FoundTag> tags =
        ModelTags.of(connection, List.of(id.submission())).getOrDefault(id, List.of());
    return tags.stream()
        .map(tag -> TagName.of(tag.layer(), tag.theme(), tag.polarity()).orElseThrow())
        .collect(Collectors.toSet());
  }

  /** Takes the same person's review away. */
  private static Optional<Instant> forgotten(
      Connection connection, Sampled comment, String reviewer) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      key(forget, comment, reviewer);
      forget.setString(5, comment.text());
      try (ResultSet row = forget.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
            : Optional.empty();
      }
    }
  }

  private static void write(Connection connection, Sampled comment, String reviewer, Instant at)
      throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      key(put, comment, reviewer);
      put.setString(5, comment.wardId());
      put.setObject(6, comment.countedOn());
      put.setString(7, comment.sample());
      put.setString(8, comment.text());
      put.setObject(9, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      put.executeUpdate();
    }
  }

  private static void write(
      Connection connection,
      Sampled comment,
      String reviewer,
      TagName tag,
      String verdict,
      Passage evidence)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(VERDICT)) {
      key(insert, comment, reviewer);
      insert.setString(5, tag.layer().code());
      insert.setString(6, tag.theme());
      insert.setString(7, tag.storedPolarity());
      insert.setString(8, verdict);
      insert.setObject(9, evidence == null ? null : evidence.start(), java.sql.Types.INTEGER);
      insert.setObject(10, evidence == null ? null : evidence.end(), java.sql.Types.INTEGER);
      insert.executeUpdate();
    }
  }

  private static void key(PreparedStatement statement, Sampled comment, String reviewer)
      throws SQLException {
    statement.setObject(1, comment.id().submission());
    statement.setInt(2, comment.id().n());
    statement.setString(3, reviewer);
    statement.setString(4, comment.model());
  }
}
