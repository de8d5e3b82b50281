package org.heard.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;
import org.jboss.logging.Logger;

/**
 * Compares tallies with what is here, once everything that was published before them has been read.
 * A ward-day that disagrees is looked at again until it agrees.
 */
@ApplicationScoped
class Reconciler {
  private static final Logger LOG = Logger.getLogger(Reconciler.class);

  private final DataSource database;
  private final Tallies tallies;
  private final Facts facts;
  private final Mismatches mismatches;
  private final Backlog backlog;
  private final ReconciliationMeters meters;
  private final ReconciliationConfig config;
  private final Clock clock;
  private Round round;

  Reconciler(
      DataSource database,
      Tallies tallies,
      Facts facts,
      Mismatches mismatches,
      Backlog backlog,
      ReconciliationMeters meters,
      ReconciliationConfig config,
      Clock clock) {
    this.database = database;
    this.tallies = tallies;
    this.facts = facts;
    this.mismatches = mismatches;
    this.backlog = backlog;
    this.meters = meters;
    this.config = config;
    this.clock = clock;
  }

  /** Tallies that were here when a mark was set. */
  private record Round(List<PublishedTally> tallies, Backlog.Mark mark, Instant begun) {}

  /**
   * Does what can be done now: open mismatches, then tallies in rounds until one has to wait.
   *
   * @throws Backlog.Unknown while it cannot be said what is published; the tallies wait
   */
  synchronized void run() throws SQLException, Backlog.Unknown {
    try {
      recheck();
      while (compareRound()) {
        LOG.debug("a round of tallies compared");
      }
    } finally {
      measure();
    }
  }

  /** Facts of an earlier moment can only come, not go: no need to wait for anything. */
  private void recheck() throws SQLException {
    for (Tallies.WardDay wardDay : openMismatches()) {
      compare(wardDay, null);
    }
  }

  private List<Tallies.WardDay> openMismatches() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return mismatches.open(connection, config.batch());
    }
  }

  private boolean compareRound() throws SQLException, Backlog.Unknown {
    if (round == null || expired(round)) {
      round = begin();
    }
    if (round.tallies().isEmpty() || !backlog.isReadUpTo(round.mark())) {
      round = round.tallies().isEmpty() ? null : round;
      return false;
    }
    for (PublishedTally tally : round.tallies()) {
      compare(new Tallies.WardDay(tally.wardId(), tally.day()), tally.asOf());
    }
    round = null;
    return true;
  }

  /** The tallies first, then the mark: so the facts before these tallies lie before the mark. */
  private Round begin() throws SQLException, Backlog.Unknown {
    List<PublishedTally> waiting;
    try (Connection connection = database.getConnection()) {
      waiting = tallies.waiting(connection, config.batch());
    }
    return new Round(waiting, waiting.isEmpty() ? null : backlog.mark(), clock.instant());
  }

  private boolean expired(Round begun) {
    return begun.begun().plus(config.markLifetime()).isBefore(clock.instant());
  }

  /**
   * Compares a ward-day with its tally.
   *
   * @param asOf only a tally of this moment, because a later one has facts of its own to wait for;
   *     null for the latest, compared before or not
   */
  private void compare(Tallies.WardDay wardDay, Instant asOf) throws SQLException {
    Outcome outcome =
        Transaction.run(
            database,
            Connection.TRANSACTION_READ_COMMITTED,
            connection -> {
              Optional<PublishedTally> tally = tallies.lock(connection, wardDay);
              return tally.isPresent() && (asOf == null || asOf.equals(tally.get().asOf()))
                  ? compare(connection, tally.get())
                  : Outcome.REPLACED;
            });
    report(wardDay, outcome);
  }

  /** What a comparison found. */
  private enum Outcome {
    EQUAL,
    RESOLVED,
    MISMATCH,
    NEW_MISMATCH,
    REPLACED
  }

  private Outcome compare(Connection connection, PublishedTally tally) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Facts.Sum found = facts.sum(connection, tally);
    tallies.compared(connection, tally, now);
    if (found.agreesWith(tally)) {
      return mismatches.resolve(connection, tally, found, now) ? Outcome.RESOLVED : Outcome.EQUAL;
    }
    return mismatches.see(connection, tally, found, now) ? Outcome.NEW_MISMATCH : Outcome.MISMATCH;
  }

  private void report(Tallies.WardDay wardDay, Outcome outcome) {
    switch (outcome) {
      case EQUAL -> meters.compared(true);
      case RESOLVED -> {
        meters.compared(true);
        LOG.infof("ward %s on %s agrees again", wardDay.wardId(), wardDay.day());
      }
      case MISMATCH -> meters.compared(false);
      case NEW_MISMATCH -> {
        meters.compared(false);
        LOG.errorf(
            "ward %s on %s does not agree with feedback-service; have it sent again",
            wardDay.wardId(), wardDay.day());
      }
      case REPLACED -> LOG.debug("a later tally has come");
    }
  }

  private void measure() throws SQLException {
    try (Connection connection = database.getConnection()) {
      meters.mismatched(mismatches.countOpen(connection));
    }
  }
}
