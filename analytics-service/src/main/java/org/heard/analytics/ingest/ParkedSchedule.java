package org.heard.analytics.ingest;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** When what is parked is looked through: at the start and every hour. What fails waits for one. */
@ApplicationScoped
class ParkedSchedule {
  private static final Logger LOG = Logger.getLogger(ParkedSchedule.class);

  private final UnreadSubmissions unread;
  private final ParkedRetry retry;
  private final IngestConfig config;

  ParkedSchedule(UnreadSubmissions unread, ParkedRetry retry, IngestConfig config) {
    this.unread = unread;
    this.retry = retry;
    this.config = config;
  }

  @Scheduled(every = "{heard.ingest.parked-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (!config.enabled()) {
      return;
    }
    step("what is parked of erased submissions", unread::destroyErased);
    step("what is parked", this::retry);
  }

  private void retry() throws SQLException {
    int gone = retry.run();
    if (gone > 0) {
      LOG.infof("%d parked events are applied, or outdated", gone);
    }
  }

  private interface Step {
    void take() throws SQLException;
  }

  /** One that fails keeps none of the others from being taken. */
  private static void step(String what, Step step) {
    try {
      step.take();
    } catch (SQLException | RuntimeException failed) {
      // The class only: the message of a driver can quote the row.
      LOG.warnf("%s waits for another look: %s", what, failed.getClass().getName());
    }
  }
}
