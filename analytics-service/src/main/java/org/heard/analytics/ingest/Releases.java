package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heard.analytics.tagging.Tagger;
import org.jboss.logging.Logger;

/**
 * Applies events that were parked, in the transaction that takes them back. Tags inside it: rare.
 * One that cannot be applied is parked again and harms nobody else.
 */
@ApplicationScoped
class Releases {
  private static final Logger LOG = Logger.getLogger(Releases.class);

  /**
   * Parked events applied at a time when their ward becomes known: bounds memory, and how long the
   * transaction stands still while they are tagged, not the work.
   */
  static final int CHUNK = 100;

  private final EventFacts facts;
  private final ParkedEvents parked;
  private final Tagger tagger;
  private final EventDecoder decoder = new EventDecoder();

  Releases(EventFacts facts, ParkedEvents parked, Tagger tagger) {
    this.facts = facts;
    this.parked = parked;
    this.tagger = tagger;
  }

  /** Applies what was parked for wards that are known now. */
  void ofKnownWards(Connection connection, Tally tally) throws SQLException {
    List<ParkedEvents.Released> chunk = parked.releaseKnown(connection, CHUNK);
    while (!chunk.isEmpty()) {
      if (apply(connection, chunk, tally).stream()
          .anyMatch(again -> again.reason() == ParkReason.UNKNOWN_WARD)) {
        throw new IllegalStateException("a ward is known to a view and unknown to its reader");
      }
      chunk = parked.releaseKnown(connection, CHUNK);
    }
  }

  /**
   * Applies what was taken back.
   *
   * @return what is parked again
   */
  List<Parked> apply(Connection connection, List<ParkedEvents.Released> taken, Tally tally)
      throws SQLException {
    Map<String, List<InboundEvent>> clusters = new TreeMap<>();
    for (ParkedEvents.Released one : taken) {
      clusters.computeIfAbsent(one.clusterId(), id -> new ArrayList<>()).add(one.event());
    }
    List<Parked> again = new ArrayList<>();
    for (Map.Entry<String, List<InboundEvent>> cluster : clusters.entrySet()) {
      again.addAll(apply(connection, cluster.getKey(), cluster.getValue(), tally));
    }
    return again;
  }

  private List<Parked> apply(
      Connection connection, String clusterId, List<InboundEvent> events, Tally tally)
      throws SQLException {
    Tally attempt = new Tally();
    Savepoint before = connection.setSavepoint();
    try {
      Prepared prepared = Prepared.of(events, decoder, tagger);
      List<Parked> again = facts.apply(connection, clusterId, prepared, attempt);
      connection.releaseSavepoint(before);
      tally.add(attempt);
      return again;
    } catch (SQLException | RuntimeException failed) {
      if (Failure.of(failed) == Failure.DATABASE) {
        throw failed;
      }
      connection.rollback(before);
      return isolate(connection, clusterId, events, tally, failed);
    }
  }

  private List<Parked> isolate(
      Connection connection,
      String clusterId,
      List<InboundEvent> events,
      Tally tally,
      Exception failed)
      throws SQLException {
    int half = events.size() / 2;
    if (half > 0) {
      List<Parked> again =
          new ArrayList<>(apply(connection, clusterId, events.subList(0, half), tally));
      again.addAll(apply(connection, clusterId, events.subList(half, events.size()), tally));
      return again;
    }
    InboundEvent event = events.get(0);
    // The class only: the message of a driver can quote the row.
    LOG.errorf(
        "parked again %s-%d@%d: %s",
        event.topic(), event.partition().number(), event.offset(), failed.getClass().getName());
    return facts.park(connection, clusterId, List.of(Parked.of(event, ParkReason.REJECTED)), tally);
  }
}
