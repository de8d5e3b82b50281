package org.heard.analytics.ingest;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** When parked words of erased submissions are looked for. What fails is tried again. */
@ApplicationScoped
class UnreadSchedule {
  private static final Logger LOG = Logger.getLogger(UnreadSchedule.class);

  private final UnreadSubmissions unread;

  UnreadSchedule(UnreadSubmissions unread) {
    this.unread = unread;
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void destroy() {
    try {
      unread.destroyErased();
    } catch (SQLException away) {
      LOG.warn("what is parked of erased submissions stays for another hour: the database is away");
    }
  }
}
