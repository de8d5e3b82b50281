package org.heard.analytics.ingest;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heard.analytics.directory.DirectoryCopy;
import org.heard.analytics.reconciliation.Tallies;

/**
 * Writes the facts of events in the caller's transaction, and puts aside what cannot be written.
 */
@ApplicationScoped
class EventFacts {
  private final DirectoryCopy directory;
  private final SubmissionFacts submissions;
  private final ErasureFacts erasures;
  private final Tallies tallies;
  private final ParkedEvents parkedEvents;

  EventFacts(
      DirectoryCopy directory,
      SubmissionFacts submissions,
      ErasureFacts erasures,
      Tallies tallies,
      ParkedEvents parkedEvents) {
    this.directory = directory;
    this.submissions = submissions;
    this.erasures = erasures;
    this.tallies = tallies;
    this.parkedEvents = parkedEvents;
  }

  /**
   * Applies or parks every event and counts what became of it.
   *
   * @return those that were parked
   */
  List<Parked> apply(Connection connection, String clusterId, Prepared prepared, Tally tally)
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
    List<Parked> unfit = new ArrayList<>(prepared.unusable());
    unfit.addAll(submissions.apply(connection, prepared.submissions(), tally));
    return park(connection, clusterId, unfit, tally);
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

  /**
   * Puts events aside, but for those of erased submissions.
   *
   * @return those that were parked
   */
  List<Parked> park(Connection connection, String clusterId, List<Parked> unfit, Tally tally)
      throws SQLException {
    if (unfit.isEmpty()) {
      return List.of();
    }
    // What was erased is late, whatever else is wrong with it: its words must not stay.
    Set<UUID> erased = submissions.erased(connection, unfit);
    Map<Boolean, List<Parked>> split =
        unfit.stream().collect(partitioningBy(one -> one.isOf(erased)));
    parkedEvents.park(connection, clusterId, split.get(false));
    split.get(false).forEach(one -> tally.count(one.event(), Outcome.PARKED));
    split.get(true).forEach(one -> tally.count(one.event(), Outcome.SUPERSEDED));
    return split.get(false);
  }
}
