package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.Tagger;

/** Keeps what people wrote for held answers, in the transaction of the caller's connection. */
@ApplicationScoped
public class Translations {
  private static final String FIND =
      """
      select submission_id, n, kind, text, original_hash, alerts
      from translation where submission_id = any(?)
      """;

  private static final String PUT =
      """
      insert into translation (submission_id, n, kind, text, original_hash, alerts, written_by,
                               written_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (submission_id, n) do update
      set kind = excluded.kind, text = excluded.text, original_hash = excluded.original_hash,
          alerts = excluded.alerts, written_by = excluded.written_by,
          written_at = excluded.written_at
      """;

  private static final String DELETE_WITHOUT_ALERTS =
      "delete from translation where submission_id = ? and n = ? and alerts = '{}'";

  private static final String EMPTY =
      "update translation set text = '', original_hash = '' where submission_id = ? and n = ?";

  private final Tagger tagger;

  Translations(Tagger tagger) {
    this.tagger = tagger;
  }

  /**
   * These comments with the texts that were written for them, as far as they still say what those
   * were written for; other texts of their submissions are destroyed. What such a text had raised
   * stays raised: of it remain its alerts, with no word. A submission with such a text or alert
   * tells no names at all: nobody knows whether the text spoke of the same person.
   *
   * @param known the submissions that were here before; a new one has no such text
   */
  public List<NewComment> applied(
      Connection connection, List<NewComment> comments, Collection<UUID> known)
      throws SQLException {
    Map<CommentId, Translation> written = known.isEmpty() ? Map.of() : find(connection, known);
    if (written.isEmpty()) {
      return comments;
    }
    Set<CommentId> others = new HashSet<>(written.keySet());
    Map<CommentId, NewComment> applied = new HashMap<>();
    for (NewComment comment : comments) {
      Translation text = written.get(comment.id());
      if (text != null && text.fits(comment)) {
        applied.put(comment.id(), text.appliedTo(comment, tagger));
        others.remove(comment.id());
      } else if (text != null && !text.alerts().isEmpty()) {
        applied.put(comment.id(), comment.alsoRaising(text.alerts()));
      }
    }
    forEach(connection, DELETE_WITHOUT_ALERTS, others);
    forEach(connection, EMPTY, others);
    return inPlace(comments, applied);
  }

  private static List<NewComment> inPlace(
      List<NewComment> comments, Map<CommentId, NewComment> applied) {
    Set<UUID> nameless =
        applied.keySet().stream().map(CommentId::submission).collect(Collectors.toSet());
    return comments.stream()
        .map(each -> nameless.contains(each.submissionId()) ? each.withoutNames() : each)
        .map(each -> applied.getOrDefault(each.id(), each))
        .toList();
  }

  private static void forEach(Connection connection, String sql, Set<CommentId> comments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (CommentId comment : comments) {
        statement.setObject(1, comment.submission());
        statement.setInt(2, comment.n());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Destroys every text written for these submissions. */
  public void destroy(Connection connection, Collection<UUID> submissions) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from translation where submission_id = any(?)")) {
      delete.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      delete.executeUpdate();
    }
  }

  Map<CommentId, Translation> find(Connection connection, Collection<UUID> submissions)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
      Map<CommentId, Translation> found = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Translation text = read(row);
          found.put(text.comment(), text);
        }
      }
      return found;
    }
  }

  private static Translation read(ResultSet row) throws SQLException {
    return new Translation(
        new CommentId(row.getObject("submission_id", UUID.class), row.getInt("n")),
        Translation.Kind.of(row.getString("kind")).orElseThrow(),
        row.getString("text"),
        row.getBytes("original_hash"),
        categories(row.getArray("alerts")));
  }

  static Set<AlertCategory> categories(Array codes) throws SQLException {
    return Arrays.stream((String[]) codes.getArray())
        .map(AlertCategory::of)
        .collect(Collectors.toSet());
  }

  /** Keeps a text, or puts it in the place of the one before. */
  void put(Connection connection, Translation text, String by, Instant now) throws SQLException {
    List<String> alerts = new ArrayList<>();
    text.alerts().forEach(category -> alerts.add(category.code()));
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      put.setObject(1, text.comment().submission());
      put.setInt(2, text.comment().n());
      put.setString(3, text.kind().code());
      put.setString(4, text.text());
      put.setBytes(5, text.originalHash());
      put.setArray(6, connection.createArrayOf("text", alerts.toArray()));
      put.setString(7, by);
      put.setObject(8, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      put.executeUpdate();
    }
  }
}
