package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.analytics.directory.DirectoryCopy;
import org.heard.analytics.tagging.Tagger;

/** Parked submissions that were erased: their words go, but for what an alert's lane needs. */
@ApplicationScoped
class UnreadSubmissions {
  /**
   * Submissions at a time: bounds memory, and how long the transaction stands still while they are
   * tagged, not the work.
   */
  static final int CHUNK = 50;

  private final IngestTransaction transaction;
  private final DirectoryCopy directory;
  private final SubmissionStore store;
  private final ParkedEvents parked;
  private final LateSubmissions late;
  private final Tagger tagger;
  private final EventDecoder decoder = new EventDecoder();

  UnreadSubmissions(
      IngestTransaction transaction,
      DirectoryCopy directory,
      SubmissionStore store,
      ParkedEvents parked,
      LateSubmissions late,
      Tagger tagger) {
    this.transaction = transaction;
    this.directory = directory;
    this.store = store;
    this.parked = parked;
    this.late = late;
    this.tagger = tagger;
  }

  /**
   * Destroys what is parked of these submissions, which are locked. Tags inside the transaction:
   * rare. What cannot be read now, either, raises nothing.
   *
   * @param states of those that were there before they were erased
   */
  void destroy(
      Connection connection, Collection<UUID> erased, Map<UUID, SubmissionStore.State> states)
      throws SQLException {
    List<UUID> ids = List.copyOf(erased);
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<UUID> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
      List<InboundEvent> events = parked.take(connection, chunk);
      late.keep(connection, Prepared.of(events, decoder, tagger).submissions(), states);
    }
  }

  /**
   * Destroys what is parked though it was erased: by another consumer, in a transaction that this
   * one could not see.
   */
  void destroyErased() throws SQLException {
    int destroyed = CHUNK;
    while (destroyed == CHUNK) {
      destroyed = transaction.run(this::destroyChunk);
    }
  }

  private int destroyChunk(Connection connection) throws SQLException {
    // As a batch does: releases lock parked rows first.
    directory.lockForUse(connection);
    List<UUID> ids = parked.erased(connection, CHUNK);
    if (!ids.isEmpty()) {
      destroy(connection, ids, store.lock(connection, ids));
    }
    return ids.size();
  }
}
