package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heard.analytics.counting.LowConfidence;
import org.heard.analytics.counting.TagVersions;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Specificity;
import org.heard.analytics.tagging.Tag;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Themes;

/** Writes comments and their tags in the transaction of the caller's connection. */
@ApplicationScoped
public class CommentStore {

  private record TagRow(NewComment comment, Tag tag) {}

  private static final Columns<TagRow> TAGS =
      new Columns<TagRow>()
          .with("submission_id", "uuid", row -> row.comment().submissionId())
          .with("n", "int2", row -> row.comment().n())
          .with("layer", "text", row -> row.tag().layer().code())
          .with("theme", "text", row -> row.tag().theme())
          .with("polarity", "text", row -> code(row.tag().polarity()))
          .with("pillar", "text", row -> pillar(row.tag()))
          .with("specificity", "text", row -> code(row.tag().specificity()))
          .with("confidence", "float8", row -> row.tag().confidence())
          .with("evidence_start", "int4", row -> row.tag().evidence().start())
          .with("evidence_end", "int4", row -> row.tag().evidence().end())
          .with("ward_id", "text", row -> row.comment().wardId())
          .with("counted_on", "date", row -> row.comment().countedOn());

  private final Columns<NewComment> comments;

  CommentStore(TagVersions versions, LowConfidence unsure) {
    comments =
        new Columns<NewComment>()
            .with("submission_id", "uuid", NewComment::submissionId)
            .with("n", "int2", NewComment::n)
            .with("ward_id", "text", NewComment::wardId)
            .with("counted_on", "date", NewComment::countedOn)
            .with("rating", "int2", NewComment::rating)
            .with("shuffle", "int8", NewComment::shuffle)
            .with("question", "text", comment -> comment.question().code())
            .with("text", "text", NewComment::text)
            .with("language", "text", NewComment::knownLanguage)
            .with("original", "text", NewComment::original)
            .with("translated_from", "text", NewComment::translatedFrom)
            .with("withheld", "text", NewComment::withheld)
            .with("with_content", "bool", comment -> comment.tagged().withContent())
            .with("low_confidence", "bool", comment -> unsure(comment.tagged(), unsure.below()))
            .with("sentiment", "int2", comment -> comment.tagged().sentiment())
            .with("criticality", "int2", comment -> comment.tagged().criticality())
            .with("severity", "text", comment -> comment.tagged().severity().code())
            .with("alerts", "text", "text[]", CommentStore::alerts)
            .with("praised", "text", "text[]", CommentStore::praised)
            .with("model_version", "text", comment -> versions.model());
  }

  /** Writes new comments; their submissions are there and have none yet. */
  public void insert(Connection connection, List<NewComment> news) throws SQLException {
    comments.insert(connection, "comment", news);
    TAGS.insert(
        connection,
        "comment_tag",
        news.stream()
            .flatMap(comment -> comment.tagged().tags().stream().map(t -> new TagRow(comment, t)))
            .toList());
  }

  /**
   * Waits for whoever changes this submission and keeps others waiting until the transaction ends,
   * as ingest does: an erasure or another version comes before or after, never in between.
   */
  public static void lock(Connection connection, UUID submission) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from submission where id = ? for update")) {
      select.setObject(1, submission);
      select.execute();
    }
  }

  /** Deletes the comments of these submissions and their tags. */
  public void delete(Connection connection, Collection<UUID> submissions) throws SQLException {
    execute(connection, "delete from comment where submission_id = any(?)", submissions);
  }

  /** Puts a comment in the place of the one with its id; names in its submission are not told. */
  void replace(Connection connection, NewComment comment) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from comment where submission_id = ? and n = ?")) {
      delete.setObject(1, comment.submissionId());
      delete.setInt(2, comment.n());
      delete.executeUpdate();
    }
    insert(connection, List.of(comment));
    execute(
        connection,
        "update comment set praised = '{}' where submission_id = any(?)",
        List.of(comment.submissionId()));
  }

  /** Removes the words of these submissions and keeps what is counted. */
  public void expire(Connection connection, Collection<UUID> submissions) throws SQLException {
    execute(
        connection,
        "update comment set text = null, language = null, original = null, translated_from = null,"
            + " praised = '{}' where submission_id = any(?)",
        submissions);
  }

  private static void execute(Connection connection, String sql, Collection<UUID> submissions)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      statement.executeUpdate();
    }
  }

  /** Tokens have brackets and digits, nothing that an array's text would have to escape. */
  private static String praised(NewComment comment) {
    return comment.praised().stream().collect(Collectors.joining(",", "{", "}"));
  }

  private static String alerts(NewComment comment) {
    return comment.tagged().alerts().stream()
        .map(alert -> alert.category().code())
        .collect(Collectors.joining(",", "{", "}"));
  }

  static boolean unsure(TaggedComment tagged, double below) {
    return tagged.withContent() && tagged.tags().stream().anyMatch(t -> t.confidence() < below);
  }

  private static String pillar(Tag tag) {
    return Themes.of(tag.theme()).map(Themes.Theme::pillar).orElse(null);
  }

  private static String code(Polarity polarity) {
    return polarity == null ? "" : polarity.code();
  }

  private static String code(Specificity specificity) {
    return specificity == null ? null : specificity.code();
  }
}
