package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heard.analytics.comment.AcceptedCorrections;
import org.heard.analytics.comment.CommentStore;
import org.heard.analytics.comment.Translations;
import org.heard.analytics.counting.Rollups;
import org.heard.analytics.hold.LaneCopies;
import org.heard.analytics.review.Reviews;

/** Applies erasures. An erasure is final: whatever arrives later of the same submission is late. */
@ApplicationScoped
class ErasureFacts {
  private final SubmissionStore store;
  private final CommentStore comments;
  private final Translations translations;
  private final AcceptedCorrections corrections;
  private final Reviews reviews;
  private final Rollups rollups;
  private final UnreadSubmissions unread;
  private final LaneCopies lanes;

  ErasureFacts(
      SubmissionStore store,
      CommentStore comments,
      Translations translations,
      AcceptedCorrections corrections,
      Reviews reviews,
      Rollups rollups,
      UnreadSubmissions unread,
      LaneCopies lanes) {
    this.store = store;
    this.comments = comments;
    this.translations = translations;
    this.corrections = corrections;
    this.reviews = reviews;
    this.rollups = rollups;
    this.unread = unread;
    this.lanes = lanes;
  }

  /** Applies erasures and counts what became of them. */
  void apply(Connection connection, List<Prepared.ErasedFact> facts, Tally tally)
      throws SQLException {
    if (facts.isEmpty()) {
      return;
    }
    Map<UUID, Prepared.ErasedFact> strongest = strongest(facts, tally);
    Set<UUID> fresh = store.insertTombstones(connection, events(strongest.values()));
    Set<UUID> known = new HashSet<>(strongest.keySet());
    known.removeAll(fresh);
    fresh.forEach(id -> tally.count(strongest.get(id).source(), Outcome.APPLIED));
    Map<UUID, SubmissionStore.State> states = store.lock(connection, known);
    change(connection, strongest, states, tally);
    // Behind the locks: whoever has parked one of these meanwhile has been waited for.
    unread.destroy(connection, strongest.keySet(), states);
  }

  /** One erasure a submission; one that takes everything is stronger than the end of retention. */
  private static Map<UUID, Prepared.ErasedFact> strongest(
      List<Prepared.ErasedFact> facts, Tally tally) {
    Map<UUID, Prepared.ErasedFact> strongest = new TreeMap<>();
    for (Prepared.ErasedFact next : facts) {
      Prepared.ErasedFact known = strongest.get(next.event().submissionId());
      if (known == null) {
        strongest.put(next.event().submissionId(), next);
      } else if (known.event().keepsCounts() && !next.event().keepsCounts()) {
        tally.count(known.source(), Outcome.SUPERSEDED);
        strongest.put(next.event().submissionId(), next);
      } else {
        tally.count(next.source(), Outcome.DUPLICATE);
      }
    }
    return strongest;
  }

  private void change(
      Connection connection,
      Map<UUID, Prepared.ErasedFact> facts,
      Map<UUID, SubmissionStore.State> states,
      Tally tally)
      throws SQLException {
    List<Prepared.ErasedFact> erased = new ArrayList<>();
    List<Prepared.ErasedFact> expired = new ArrayList<>();
    for (Map.Entry<UUID, SubmissionStore.State> stored : states.entrySet()) {
      Prepared.ErasedFact fact = facts.get(stored.getKey());
      boolean all = !fact.event().keepsCounts();
      if (stored.getValue().live() || (all && stored.getValue().wordsExpired())) {
        (all ? erased : expired).add(fact);
        tally.count(fact.source(), Outcome.APPLIED);
      } else {
        tally.count(fact.source(), Outcome.DUPLICATE);
      }
    }
    erase(connection, events(erased));
    expire(connection, events(expired));
  }

  private void erase(Connection connection, List<Event.Erased> erased) throws SQLException {
    if (!erased.isEmpty()) {
      List<UUID> ids = ids(erased);
      lanes.keep(connection, ids);
      rollups.retract(connection, ids);
      comments.delete(connection, ids);
      translations.destroy(connection, ids);
      corrections.destroy(connection, ids);
      reviews.destroy(connection, ids);
      store.erase(connection, erased);
    }
  }

  private void expire(Connection connection, List<Event.Erased> expired) throws SQLException {
    if (!expired.isEmpty()) {
      // What is forgotten of a fact is taken from its counts, too: bands and languages. The rest
      // stays.
      List<UUID> ids = ids(expired);
      rollups.retract(connection, ids);
      comments.expire(connection, ids);
      translations.destroy(connection, ids);
      corrections.expire(connection, ids);
      reviews.expire(connection, ids);
      store.expire(connection, expired);
      rollups.add(connection, ids);
    }
  }

  private static List<Event.Erased> events(Iterable<Prepared.ErasedFact> facts) {
    List<Event.Erased> events = new ArrayList<>();
    facts.forEach(fact -> events.add(fact.event()));
    return events;
  }

  private static List<UUID> ids(List<Event.Erased> erasures) {
    return erasures.stream().map(Event.Erased::submissionId).toList();
  }
}
