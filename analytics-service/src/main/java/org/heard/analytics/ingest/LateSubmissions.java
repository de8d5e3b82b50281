package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heard.analytics.hold.LaneCopies;

/**
 * Submissions that were erased before they were read here, whichever came first. Nothing of them
 * counts; an alert in one is raised all the same.
 */
@ApplicationScoped
class LateSubmissions {
  private final SubmissionStore store;
  private final LaneCopies lanes;

  LateSubmissions(SubmissionStore store, LaneCopies lanes) {
    this.store = store;
    this.lanes = lanes;
  }

  /**
   * Keeps comments with alerts for their lanes, and notes when their submissions were received.
   * Once only: one that came before has had its copy, and whoever destroyed that must not find it
   * again.
   *
   * @param states of those that were there before the erasure that makes them late; locked
   */
  void keep(
      Connection connection,
      Collection<Prepared.SubmittedFact> facts,
      Map<UUID, SubmissionStore.State> states)
      throws SQLException {
    if (facts.isEmpty()) {
      return;
    }
    Collection<Prepared.SubmittedFact> latest = latest(facts);
    lanes.keep(
        connection,
        latest.stream()
            .filter(fact -> !cameBefore(states.get(fact.event().submissionId())))
            .flatMap(fact -> copies(fact).stream())
            .toList());
    store.noteTimes(connection, latest.stream().map(Prepared.SubmittedFact::event).toList());
  }

  /** One that was there until this erasure has had no copy of what was not read. */
  private static boolean cameBefore(SubmissionStore.State state) {
    return state != null && state.received() && !state.live();
  }

  private static Collection<Prepared.SubmittedFact> latest(
      Collection<Prepared.SubmittedFact> facts) {
    Map<UUID, Prepared.SubmittedFact> latest = new TreeMap<>();
    for (Prepared.SubmittedFact fact : facts) {
      latest.merge(
          fact.event().submissionId(),
          fact,
          (one, other) -> other.event().version() > one.event().version() ? other : one);
    }
    return latest.values();
  }

  private static List<LaneCopies.Copy> copies(Prepared.SubmittedFact fact) {
    Event.Submitted event = fact.event();
    List<LaneCopies.Copy> copies = new ArrayList<>();
    for (int i = 0; i < event.answers().size(); i++) {
      List<String> alerts =
          fact.tagged().get(i).alerts().stream().map(alert -> alert.category().code()).toList();
      if (!alerts.isEmpty()) {
        Event.Answer answer = event.answers().get(i);
        copies.add(
            new LaneCopies.Copy(
                event.submissionId(),
                i + 1,
                event.wardId(),
                event.organisationId(),
                answer.question().code(),
                answer.text(),
                alerts,
                event.receivedAt()));
      }
    }
    return copies;
  }
}
