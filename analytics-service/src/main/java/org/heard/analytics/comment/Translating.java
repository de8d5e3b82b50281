package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.counting.Rollups;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;
import org.heard.analytics.tagging.Tagger;

/**
 * Puts a person's text in the place of a held answer: text, tags, counts and the note of who did it
 * change in one transaction, or nothing does.
 */
@ApplicationScoped
class Translating {
  /** A held answer as it was published, and what it and texts in its place have raised so far. */
  private record Held(NewComment published, Set<AlertCategory> alerts) {}

  private static final String FIND =
      """
      select counted_on, rating, question, coalesce(original, text) as published,
             case when translated_from is null then language else nullif(translated_from, 'und')
             end as written_in, original is not null as written, withheld, alerts
      from comment where submission_id = ? and n = ? and ward_id = ? and text is not null
      """;

  private final DataSource database;
  private final CommentStore comments;
  private final Translations translations;
  private final AcceptedCorrections corrections;
  private final Rollups rollups;
  private final Tagger tagger;
  private final Clock clock;

  Translating(
      DataSource database,
      CommentStore comments,
      Translations translations,
      AcceptedCorrections corrections,
      Rollups rollups,
      Tagger tagger,
      Clock clock) {
    this.database = database;
    this.comments = comments;
    this.translations = translations;
    this.corrections = corrections;
    this.rollups = rollups;
    this.tagger = tagger;
    this.clock = clock;
  }

  /**
   * What everybody reads from now on. The same again changes nothing.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code NOT_HELD}, {@code CHANGED}, {@code
   *     NOT_ENGLISH}
   */
  NewComment put(Ward ward, CommentId id, TranslationRequest request, String subject)
      throws SQLException {
    return Transaction.run(
        database,
        Connection.TRANSACTION_READ_COMMITTED,
        connection -> put(connection, ward, id, request, subject));
  }

  private NewComment put(
      Connection connection, Ward ward, CommentId id, TranslationRequest request, String subject)
      throws SQLException {
    CommentStore.lock(connection, id.submission());
    Held held = held(connection, ward, id);
    if (!request.isAbout(id, held.published().text())) {
      throw new ProblemException(
          ErrorCode.CHANGED, "The answer has other words now: read it again in the list.");
    }
    byte[] hash = Translation.hash(held.published().text());
    Translation text = new Translation(id, request.kind(), request.text(), hash, held.alerts());
    NewComment shown = text.appliedTo(held.published(), tagger);
    if (request.kind() == Translation.Kind.TRANSLATION && shown.tagged().unsupportedLanguage()) {
      throw new ProblemException(ErrorCode.NOT_ENGLISH, "Send the translation in English.");
    }
    Translation before = translations.find(connection, List.of(id.submission())).get(id);
    if (before == null || !before.saysTheSame(text)) {
      write(connection, text.raising(shown.tagged().categories()), shown, subject, ward);
    }
    return shown;
  }

  private void write(
      Connection connection, Translation text, NewComment shown, String subject, Ward ward)
      throws SQLException {
    List<UUID> submission = List.of(shown.submissionId());
    Instant now = clock.instant();
    rollups.retract(connection, submission);
    translations.put(connection, text, subject, now);
    comments.replace(connection, shown);
    corrections.keep(connection, submission);
    rollups.add(connection, submission);
    List<String> comment = List.of(shown.id().toString());
    new HeldAccess(text.kind().code(), ward.id(), ward.organisationId(), comment, subject, now)
        .note(connection);
  }

  private Held held(Connection connection, Ward ward, CommentId id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, id.submission());
      select.setInt(2, id.n());
      select.setString(3, ward.id());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new ProblemException(ErrorCode.NOT_FOUND, "No such comment.");
        }
        String withheld = row.getString("withheld");
        if (!row.getBoolean("written") && !Withheld.LANGUAGE.name().equals(withheld)) {
          throw new ProblemException(
              ErrorCode.NOT_HELD, "Only what is held back for its language is translated.");
        }
        return new Held(published(row, ward, id), Translations.categories(row.getArray("alerts")));
      }
    }
  }

  private NewComment published(ResultSet row, Ward ward, CommentId id) throws SQLException {
    Question question = Question.of(row.getString("question")).orElseThrow();
    Integer rating = row.getObject("rating", Integer.class);
    String text = row.getString("published");
    return new NewComment(
        id.submission(),
        id.n(),
        ward.id(),
        row.getObject("counted_on", LocalDate.class),
        rating,
        question,
        text,
        row.getString("written_in"),
        true,
        null,
        null,
        tagger.tagUnread(new CommentText(question, rating, text)),
        List.of());
  }
}
