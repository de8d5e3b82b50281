package org.heard.analytics.ingest;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heard.analytics.comment.AcceptedCorrections;
import org.heard.analytics.comment.CommentStore;
import org.heard.analytics.comment.NewComment;
import org.heard.analytics.comment.Translations;
import org.heard.analytics.counting.Rollups;
import org.heard.analytics.directory.DirectoryCopy;
import org.heard.analytics.tagging.TaggedComment;

/** Applies submissions: seen? write, count, remember. Every statement is for the whole batch. */
@ApplicationScoped
class SubmissionFacts {
  private final DirectoryCopy directory;
  private final SubmissionStore store;
  private final CommentStore comments;
  private final Translations translations;
  private final AcceptedCorrections corrections;
  private final Rollups rollups;
  private final LateSubmissions late;

  SubmissionFacts(
      DirectoryCopy directory,
      SubmissionStore store,
      CommentStore comments,
      Translations translations,
      AcceptedCorrections corrections,
      Rollups rollups,
      LateSubmissions late) {
    this.directory = directory;
    this.store = store;
    this.comments = comments;
    this.translations = translations;
    this.corrections = corrections;
    this.rollups = rollups;
    this.late = late;
  }

  /** A submission whose day is known. */
  private record Dated(Prepared.SubmittedFact fact, LocalDate countedOn) {
    UUID id() {
      return fact.event().submissionId();
    }

    int version() {
      return fact.event().version();
    }

    SubmissionStore.Row row() {
      return new SubmissionStore.Row(fact.event(), countedOn, fact.event().demographics());
    }

    /** The same once its retention is over. */
    SubmissionStore.Row wordless() {
      return new SubmissionStore.Row(fact.event(), countedOn, null);
    }
  }

  /**
   * Applies submissions and counts what became of them.
   *
   * @return those whose ward is not known, to be parked
   */
  List<Parked> apply(Connection connection, List<Prepared.SubmittedFact> facts, Tally tally)
      throws SQLException {
    if (facts.isEmpty()) {
      return List.of();
    }
    List<Prepared.SubmittedFact> unknown = new ArrayList<>();
    Map<UUID, Dated> latest = latest(dated(connection, facts, unknown), tally);
    write(connection, latest, tally);
    return waiting(connection, unknown, tally);
  }

  /** Those that wait for their ward: what was erased waits for nothing. */
  private List<Parked> waiting(
      Connection connection, List<Prepared.SubmittedFact> unknown, Tally tally)
      throws SQLException {
    if (unknown.isEmpty()) {
      return List.of();
    }
    Map<UUID, SubmissionStore.State> erased =
        store.lockErased(
            connection, unknown.stream().map(fact -> fact.event().submissionId()).toList());
    Map<Boolean, List<Prepared.SubmittedFact>> split =
        unknown.stream()
            .collect(partitioningBy(fact -> erased.containsKey(fact.event().submissionId())));
    late.keep(connection, split.get(true), erased);
    split.get(true).forEach(fact -> tally.count(fact.source(), Outcome.SUPERSEDED));
    return split.get(false).stream().map(Parked::unknownWard).toList();
  }

  /** Which of the submissions of these events were erased; locked. */
  Set<UUID> erased(Connection connection, List<Parked> parked) throws SQLException {
    List<UUID> ids = parked.stream().map(Parked::submissionId).filter(Objects::nonNull).toList();
    return ids.isEmpty() ? Set.of() : store.lockErased(connection, ids).keySet();
  }

  private List<Dated> dated(
      Connection connection,
      List<Prepared.SubmittedFact> facts,
      List<Prepared.SubmittedFact> unknown)
      throws SQLException {
    Set<String> wardIds = new HashSet<>();
    facts.forEach(fact -> wardIds.add(fact.event().wardId()));
    Map<String, DirectoryCopy.WardHome> homes = directory.known(connection, wardIds);
    List<Dated> dated = new ArrayList<>();
    for (Prepared.SubmittedFact fact : facts) {
      DirectoryCopy.WardHome home = homes.get(fact.event().wardId());
      if (home == null || !home.organisationId().equals(fact.event().organisationId())) {
        unknown.add(fact);
      } else {
        dated.add(new Dated(fact, LocalDate.ofInstant(fact.event().countedAt(), home.zone())));
      }
    }
    return dated;
  }

  /** The latest version of each submission, by id; earlier ones and repeats are counted here. */
  private static Map<UUID, Dated> latest(List<Dated> all, Tally tally) {
    Map<UUID, Dated> latest = new TreeMap<>();
    for (Dated next : all) {
      Dated known = latest.get(next.id());
      if (known == null) {
        latest.put(next.id(), next);
      } else if (next.version() > known.version()) {
        tally.count(known.fact().source(), Outcome.SUPERSEDED);
        latest.put(next.id(), next);
      } else {
        tally.count(next.fact().source(), compare(next.version(), known.version()));
      }
    }
    return latest;
  }

  private static Outcome compare(int version, int stored) {
    return version == stored ? Outcome.DUPLICATE : Outcome.SUPERSEDED;
  }

  private void write(Connection connection, Map<UUID, Dated> latest, Tally tally)
      throws SQLException {
    Set<UUID> fresh =
        store.insertNew(connection, latest.values().stream().map(Dated::row).toList());
    Set<UUID> known = new HashSet<>(latest.keySet());
    known.removeAll(fresh);
    Set<UUID> wordless = new HashSet<>();
    List<Dated> replacing = new ArrayList<>();
    if (!known.isEmpty()) {
      Map<UUID, SubmissionStore.State> states = store.lock(connection, known);
      for (UUID id : known) {
        Dated next = latest.get(id);
        judge(next, states.get(id), replacing, wordless, tally);
      }
      replace(connection, replacing, wordless);
      List<Prepared.SubmittedFact> erased =
          states.keySet().stream()
              .filter(id -> !states.get(id).counted() && !wordless.contains(id))
              .map(id -> latest.get(id).fact())
              .toList();
      late.keep(connection, erased, states);
    }
    List<Dated> written = new ArrayList<>(replacing);
    fresh.forEach(id -> written.add(latest.get(id)));
    count(connection, written, ids(replacing), wordless, tally);
  }

  private static void judge(
      Dated next,
      SubmissionStore.State stored,
      List<Dated> replacing,
      Set<UUID> wordless,
      Tally tally) {
    if (stored.live() && next.version() > stored.version()) {
      replacing.add(next);
    } else if (stored.wordsExpired() && !stored.counted()) {
      // Its retention was over before it arrived here: it counts, and says nothing.
      replacing.add(next);
      wordless.add(next.id());
    } else {
      tally.count(
          next.fact().source(),
          stored.live() ? compare(next.version(), stored.version()) : Outcome.SUPERSEDED);
    }
  }

  private void replace(Connection connection, List<Dated> replacing, Set<UUID> wordless)
      throws SQLException {
    if (replacing.isEmpty()) {
      return;
    }
    List<UUID> ids = ids(replacing);
    rollups.retract(connection, ids);
    comments.delete(connection, ids);
    store.replace(
        connection,
        replacing.stream()
            .map(dated -> wordless.contains(dated.id()) ? dated.wordless() : dated.row())
            .toList());
  }

  private void count(
      Connection connection,
      List<Dated> written,
      List<UUID> replaced,
      Set<UUID> wordless,
      Tally tally)
      throws SQLException {
    if (written.isEmpty()) {
      return;
    }
    List<NewComment> news = new ArrayList<>();
    for (Dated dated : written) {
      news.addAll(newComments(dated, wordless.contains(dated.id())));
      tally.count(dated.fact().source(), Outcome.APPLIED);
      tally.applied(dated.fact().event().receivedAt());
    }
    comments.insert(connection, translations.applied(connection, news, replaced));
    corrections.keep(connection, replaced);
    rollups.add(connection, ids(written));
  }

  private static List<UUID> ids(List<Dated> submissions) {
    return submissions.stream().map(Dated::id).toList();
  }

  private static List<NewComment> newComments(Dated dated, boolean wordless) {
    Event.Submitted event = dated.fact().event();
    List<TaggedComment> tagged = dated.fact().tagged();
    List<NewComment> comments = new ArrayList<>();
    for (int i = 0; i < event.answers().size(); i++) {
      Event.Answer answer = event.answers().get(i);
      comments.add(
          new NewComment(
              event.submissionId(),
              i + 1,
              event.wardId(),
              dated.countedOn(),
              event.rating(),
              answer.question(),
              wordless ? null : answer.text(),
              wordless ? null : answer.language(),
              answer.heldForLanguage(),
              null,
              null,
              tagged.get(i),
              wordless ? List.of() : tagged.get(i).names().praisedIn(tagged)));
    }
    return comments;
  }
}
