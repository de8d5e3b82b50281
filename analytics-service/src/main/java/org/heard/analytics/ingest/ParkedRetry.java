package org.heard.analytics.ingest;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.heard.analytics.directory.DirectoryCopy;
import org.heard.analytics.tagging.Tagger;

/**
 * What was parked because it could not be read, tagged or written, and can be by now: a later
 * release knows its contract, or its submission was sent again and has been applied.
 */
@ApplicationScoped
class ParkedRetry {
  /** Events at a time: bounds memory, and how long a transaction stands still. */
  static final int CHUNK = 50;

  private final IngestTransaction transaction;
  private final DirectoryCopy directory;
  private final ParkedEvents parked;
  private final Releases releases;
  private final Tagger tagger;
  private final IngestCounters counters;
  private final EventDecoder decoder = new EventDecoder();

  ParkedRetry(
      IngestTransaction transaction,
      DirectoryCopy directory,
      ParkedEvents parked,
      Releases releases,
      Tagger tagger,
      IngestCounters counters) {
    this.transaction = transaction;
    this.directory = directory;
    this.parked = parked;
    this.releases = releases;
    this.tagger = tagger;
    this.counters = counters;
  }

  /**
   * Applies what can be applied by now, and removes what is outdated.
   *
   * @return how many events are not parked any more
   */
  int run() throws SQLException {
    int gone = 0;
    List<ParkedEvents.Released> chunk = after(null);
    while (!chunk.isEmpty()) {
      gone += retry(chunk);
      chunk = after(chunk.get(chunk.size() - 1));
    }
    return gone;
  }

  private List<ParkedEvents.Released> after(ParkedEvents.Released last) throws SQLException {
    return transaction.run(connection -> parked.unfit(connection, last, CHUNK));
  }

  private int retry(List<ParkedEvents.Released> chunk) throws SQLException {
    // Read outside the transaction; within, only what will go is read again.
    Map<Boolean, List<ParkedEvents.Released>> split =
        chunk.stream().collect(partitioningBy(one -> canBeRead(one.event())));
    int outdated = transaction.run(connection -> dropOutdated(connection, split.get(false)));
    if (split.get(true).isEmpty()) {
      return outdated;
    }
    Tally released = new Tally();
    int taken = transaction.run(connection -> apply(connection, split.get(true), released));
    counters.released(released);
    return outdated + taken - released.of(Outcome.PARKED);
  }

  private boolean canBeRead(InboundEvent event) {
    try {
      return Prepared.of(List.of(event), decoder, tagger).unusable().isEmpty();
    } catch (RuntimeException failed) {
      // For which it may have been parked: the others are looked at all the same.
      return false;
    }
  }

  private int dropOutdated(Connection connection, List<ParkedEvents.Released> unusable)
      throws SQLException {
    int dropped = 0;
    for (ParkedEvents.Released one : unusable) {
      OptionalInt version = EventDecoder.version(one.event());
      if (version.isPresent() && parked.takeOutdated(connection, one, version.getAsInt())) {
        dropped++;
      }
    }
    return dropped;
  }

  private int apply(Connection connection, List<ParkedEvents.Released> usable, Tally released)
      throws SQLException {
    // As a batch with entries of the directory, which these may be: nobody else locks what is
    // parked meanwhile.
    directory.lockForChange(connection);
    List<ParkedEvents.Released> taken = new ArrayList<>();
    for (ParkedEvents.Released one : usable) {
      if (parked.take(connection, one)) {
        taken.add(one);
      }
    }
    releases.apply(connection, taken, released);
    releases.ofKnownWards(connection, released);
    return taken.size();
  }
}
