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

  ParkedSchedule(UnreadSubmissions unread, ParkedRetry retry) {
    this.unread = unread;
    this.retry = retry;
  }

  @Scheduled(every = "{heard.ingest.parked-every}", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    try {
      unread.destroyErased();
      int gone = retry.run();
      if (gone > 0) {
        LOG.infof("%d parked events are applied, or outdated", gone);
      }
    } catch (SQLException away) {
      LOG.warn("what is parked waits for another look: the database is away");
    }
  }
}
