package org.heard.analytics.ingest;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heard.analytics.directory.DirectoryCopy;
import org.heard.analytics.reconciliation.Tallies;
import org.heard.analytics.tagging.Tagger;

/**
 * One batch, one transaction: its offsets move on, its facts are written, counted or parked, all of
 * it or nothing. Knows nothing of Kafka.
 *
 * <p>Plain JDBC on purpose: one statement for all rows of a batch, no session, no JTA.
 */
@ApplicationScoped
class BatchHandler implements BatchRunner.Handling, StoredOffsets {
  /**
   * Parked events applied at a time when their ward becomes known: bounds memory, and how long the
   * transaction stands still while they are tagged, not the work.
   */
  static final int RELEASE_CHUNK = 100;

  private final IngestTransaction transaction;
  private final Offsets offsets;
  private final DirectoryCopy directory;
  private final SubmissionFacts submissions;
  private final ErasureFacts erasures;
  private final ParkedEvents parkedEvents;
  private final Tallies tallies;
  private final Tagger tagger;
  private final IngestCounters counters;
  private final EventDecoder decoder = new EventDecoder();

  BatchHandler(
      IngestTransaction transaction,
      Offsets offsets,
      DirectoryCopy directory,
      SubmissionFacts submissions,
      ErasureFacts erasures,
      ParkedEvents parkedEvents,
      Tallies tallies,
      Tagger tagger,
      IngestCounters counters) {
    this.transaction = transaction;
    this.offsets = offsets;
    this.directory = directory;
    this.submissions = submissions;
    this.erasures = erasures;
    this.parkedEvents = parkedEvents;
    this.tallies = tallies;
    this.tagger = tagger;
    this.counters = counters;
  }

  /**
   * Applies a batch.
   *
   * @throws Fenced when another consumer has moved on; nothing was changed
   * @throws SQLException when the database refused or is away; nothing was changed, unless the
   *     connection broke in the commit, which the offsets tell
   */
  @Override
  public void handle(Batch batch) throws SQLException, Fenced {
    Prepared prepared = Prepared.of(batch.events(), decoder, tagger);
    Tally tally = new Tally();
    Tally released = new Tally();
    inTransaction(
        connection -> {
          offsets.advance(connection, batch);
          List<Parked> parked = new ArrayList<>(prepared.unusable());
          parked.addAll(apply(connection, prepared, tally));
          if (!prepared.directory().isEmpty()) {
            release(connection, released);
          }
          park(connection, batch.clusterId(), parked, tally);
        });
    counters.committed(batch.events(), tally, released);
  }

  /** Puts the only event of a batch aside: it alone makes its transaction fail. */
  @Override
  public void reject(Batch batch) throws SQLException, Fenced {
    Tally tally = new Tally();
    inTransaction(
        connection -> {
          offsets.advance(connection, batch);
          List<Parked> parked =
              batch.events().stream().map(e -> Parked.of(e, ParkReason.REJECTED)).toList();
          park(connection, batch.clusterId(), parked, tally);
        });
    counters.committed(batch.events(), tally, new Tally());
  }

  @Override
  public void move(String clusterId, Gap gap) throws SQLException, Fenced {
    inTransaction(connection -> offsets.move(connection, clusterId, gap));
  }

  @Override
  public long stored(String clusterId, Partition partition) throws SQLException {
    return transaction.run(connection -> offsets.stored(connection, clusterId, partition));
  }

  private List<Parked> apply(Connection connection, Prepared prepared, Tally tally)
      throws SQLException {
    if (prepared.directory().isEmpty()) {
      directory.lockForUse(connection);
    } else {
      directory.lockForChange(connection);
    }
    for (Prepared.DirectoryFact fact : prepared.directory()) {
      tally.count(fact.source(), outcome(directory.apply(connection, fact.event().entry())));
    }
    for (Prepared.TallyFact fact : prepared.tallies()) {
      tally.count(fact.source(), outcome(tallies.store(connection, fact.tally())));
    }
    erasures.apply(connection, prepared.erasures(), tally);
    return submissions.apply(connection, prepared.submissions(), tally);
  }

  private static Outcome outcome(DirectoryCopy.Change change) {
    return switch (change) {
      case APPLIED -> Outcome.APPLIED;
      case REPEATED -> Outcome.DUPLICATE;
      case OUTDATED -> Outcome.SUPERSEDED;
    };
  }

  private static Outcome outcome(Tallies.Change change) {
    return switch (change) {
      case STORED -> Outcome.APPLIED;
      case REPEATED -> Outcome.DUPLICATE;
      case OUTDATED -> Outcome.SUPERSEDED;
    };
  }

  /** Applies what was parked for wards that are known now. Tags inside the transaction: rare. */
  private void release(Connection connection, Tally tally) throws SQLException {
    List<ParkedEvents.Released> chunk = parkedEvents.releaseKnown(connection, RELEASE_CHUNK);
    while (!chunk.isEmpty()) {
      for (Map.Entry<String, List<InboundEvent>> cluster : byCluster(chunk).entrySet()) {
        applyReleased(connection, cluster.getKey(), cluster.getValue(), tally);
      }
      chunk = parkedEvents.releaseKnown(connection, RELEASE_CHUNK);
    }
  }

  private static Map<String, List<InboundEvent>> byCluster(List<ParkedEvents.Released> released) {
    Map<String, List<InboundEvent>> events = new TreeMap<>();
    for (ParkedEvents.Released one : released) {
      events.computeIfAbsent(one.clusterId(), id -> new ArrayList<>()).add(one.event());
    }
    return events;
  }

  private void applyReleased(
      Connection connection, String clusterId, List<InboundEvent> events, Tally tally)
      throws SQLException {
    Prepared prepared = Prepared.of(events, decoder, tagger);
    if (!submissions.apply(connection, prepared.submissions(), tally).isEmpty()) {
      throw new IllegalStateException("a ward is known to a view and unknown to its reader");
    }
    // A tagger that fails now gives another reason to stay parked.
    park(connection, clusterId, prepared.unusable(), tally);
  }

  private void park(Connection connection, String clusterId, List<Parked> parked, Tally tally)
      throws SQLException {
    if (parked.isEmpty()) {
      return;
    }
    // What was erased is late, whatever else is wrong with it: its words must not stay.
    Set<UUID> erased = submissions.erased(connection, parked);
    Map<Boolean, List<Parked>> split =
        parked.stream().collect(partitioningBy(one -> one.isOf(erased)));
    parkedEvents.park(connection, clusterId, split.get(false));
    split.get(false).forEach(one -> tally.count(one.event(), Outcome.PARKED));
    split.get(true).forEach(one -> tally.count(one.event(), Outcome.SUPERSEDED));
  }

  private interface Work {
    void run(Connection connection) throws SQLException, Fenced;
  }

  private void inTransaction(Work work) throws SQLException, Fenced {
    transaction.<Void, Fenced>run(
        connection -> {
          work.run(connection);
          return null;
        });
  }
}
