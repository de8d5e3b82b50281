package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.heard.analytics.tagging.Tagger;

/**
 * One batch, one transaction: its offsets move on, its facts are written, counted or parked, all of
 * it or nothing. Knows nothing of Kafka.
 *
 * <p>Plain JDBC on purpose: one statement for all rows of a batch, no session, no JTA.
 */
@ApplicationScoped
class BatchHandler implements BatchRunner.Handling, StoredOffsets {
  private final IngestTransaction transaction;
  private final Offsets offsets;
  private final EventFacts facts;
  private final Releases releases;
  private final Tagger tagger;
  private final IngestCounters counters;
  private final EventDecoder decoder = new EventDecoder();

  BatchHandler(
      IngestTransaction transaction,
      Offsets offsets,
      EventFacts facts,
      Releases releases,
      Tagger tagger,
      IngestCounters counters) {
    this.transaction = transaction;
    this.offsets = offsets;
    this.facts = facts;
    this.releases = releases;
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
          facts.apply(connection, batch.clusterId(), prepared, tally);
          if (!prepared.directory().isEmpty()) {
            releases.ofKnownWards(connection, released);
          }
        });
    counters.committed(batch.events(), tally);
    counters.released(released);
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
          facts.park(connection, batch.clusterId(), parked, tally);
        });
    counters.committed(batch.events(), tally);
  }

  @Override
  public void move(String clusterId, Gap gap) throws SQLException, Fenced {
    inTransaction(connection -> offsets.move(connection, clusterId, gap));
  }

  @Override
  public long stored(String clusterId, Partition partition) throws SQLException {
    return transaction.run(connection -> offsets.stored(connection, clusterId, partition));
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
