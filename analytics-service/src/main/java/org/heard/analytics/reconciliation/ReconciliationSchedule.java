package org.heard.analytics.reconciliation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** When tallies are compared. What fails is tried again the next time; nothing is skipped. */
@ApplicationScoped
class ReconciliationSchedule {
  private static final Logger LOG = Logger.getLogger(ReconciliationSchedule.class);

  private final Reconciler reconciler;
  private final Tombstones tombstones;
  private boolean failing;

  ReconciliationSchedule(Reconciler reconciler, Tombstones tombstones) {
    this.reconciler = reconciler;
    this.tombstones = tombstones;
  }

  @Scheduled(every = "{heard.reconciliation.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void compare() {
    try {
      reconciler.run();
      failing = false;
    } catch (SQLException | Backlog.Unknown away) {
      if (!failing) {
        // Once: the database or the broker may be away for hours.
        LOG.warnf("tallies wait: %s", away.getClass().getSimpleName());
      }
      failing = true;
    }
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    try {
      tombstones.forget();
    } catch (SQLException away) {
      LOG.warn("tombstones keep their times for another hour: the database is away");
    }
  }
}
