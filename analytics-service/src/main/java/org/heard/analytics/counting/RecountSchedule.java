package org.heard.analytics.counting;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.heard.analytics.problem.ProblemException;
import org.jboss.logging.Logger;

/** When everything is recounted. A night that is missed is made up for by the next. */
@ApplicationScoped
class RecountSchedule {
  private static final Logger LOG = Logger.getLogger(RecountSchedule.class);

  private final RecountRuns runs;
  private boolean failing;

  RecountSchedule(RecountRuns runs) {
    this.runs = runs;
  }

  @Scheduled(cron = "{heard.counting.recount-cron}", concurrentExecution = ConcurrentExecution.SKIP)
  void nightly() {
    try {
      runs.start(false, List.of());
    } catch (ProblemException busy) {
      // Every replica has the same hour.
      LOG.debugf("no recount of our own: %s", busy.getMessage());
    } catch (SQLException away) {
      LOG.warnf("no recount this time: %s", away.getClass().getSimpleName());
    }
  }

  @Scheduled(
      every = "{heard.counting.report-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      runs.measure();
      failing = false;
    } catch (SQLException away) {
      if (!failing) {
        // Once: the database may be away for hours.
        LOG.warnf("the last recount is not known: %s", away.getClass().getSimpleName());
      }
      failing = true;
    }
  }
}
