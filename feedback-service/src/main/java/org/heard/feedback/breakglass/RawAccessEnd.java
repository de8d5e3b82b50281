package org.heard.feedback.breakglass;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.heard.feedback.background.BackgroundWork;
import org.heard.feedback.background.BackgroundWorks;

/** Ends the record of readings that is old enough. */
@Singleton
@Startup
class RawAccessEnd {
  /** The database lets nothing end before a year is over, and a year may have a leap day. */
  private static final Duration LEAST = Duration.ofDays(366);

  private final RawAccessRepository records;
  private final RawAccessSettings settings;
  private final Clock clock;
  private final BackgroundWork work;

  RawAccessEnd(
      RawAccessRepository records, RawAccessSettings settings, Clock clock, BackgroundWorks works) {
    if (settings.keep().compareTo(LEAST) < 0) {
      throw new IllegalStateException("heard.raw-access.keep must be a year (P366D) at least");
    }
    this.records = records;
    this.settings = settings;
    this.clock = clock;
    this.work = works.named("ending the record of raw access");
  }

  @Scheduled(
      every = "{heard.retention.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void end() {
    Instant then = clock.instant().minus(settings.keep());
    work.round(
        () ->
            QuarkusTransaction.requiringNew()
                .call(() -> records.endGrantedBy(then, settings.endBatch())));
  }
}
