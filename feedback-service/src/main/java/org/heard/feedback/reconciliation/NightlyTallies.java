package org.heard.feedback.reconciliation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.heard.feedback.directory.Directory;

/**
 * Publishes each organisation's tallies once a night, at a time of its own zone. A second replica's
 * tallies only say the same again; a night that was missed is made up for by the next one, because
 * the window is longer than a day.
 */
@ApplicationScoped
class NightlyTallies {
  private final Reconciliation reconciliation;
  private final Directory directory;
  private final ReconciliationSettings settings;
  private final Clock clock;
  private Instant checked;

  NightlyTallies(
      Reconciliation reconciliation,
      Directory directory,
      ReconciliationSettings settings,
      Clock clock) {
    this.reconciliation = reconciliation;
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
    this.checked = clock.instant();
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void publishWhereItIsTime() {
    Instant now = clock.instant();
    for (Map.Entry<String, ZoneId> organisation : directory.zones().entrySet()) {
      if (isTime(settings.at(), organisation.getValue(), checked, now)) {
        reconciliation.publishTallies(Set.of(organisation.getKey()));
      }
    }
    // Not reached if something failed: the next minute tries again.
    checked = now;
  }

  /**
   * Whether a time of day came between two moments. One that a change of clocks leaves out comes
   * when it is over; one that comes twice counts the first time.
   */
  static boolean isTime(LocalTime at, ZoneId zone, Instant after, Instant until) {
    if (!until.isAfter(after)) {
      return false;
    }
    return after
        .atZone(zone)
        .toLocalDate()
        .datesUntil(until.atZone(zone).toLocalDate().plusDays(1))
        .map(date -> date.atTime(at).atZone(zone).toInstant())
        .anyMatch(moment -> moment.isAfter(after) && !moment.isAfter(until));
  }
}
