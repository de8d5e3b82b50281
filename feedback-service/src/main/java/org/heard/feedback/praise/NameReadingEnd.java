package org.heard.feedback.praise;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.heard.feedback.background.BackgroundWork;
import org.heard.feedback.background.BackgroundWorks;

/** Ends the record of names told that is old enough. */
@Singleton
@Startup
class NameReadingEnd {
  /** The database lets nothing end before a year is over, and a year may have a leap day. */
  private static final Duration LEAST = Duration.ofDays(366);

  private final NameReadingRepository records;
  private final StaffNamesSettings settings;
  private final Clock clock;
  private final BackgroundWork work;

  NameReadingEnd(
      NameReadingRepository records,
      StaffNamesSettings settings,
      Clock clock,
      BackgroundWorks works) {
    if (settings.keep().compareTo(LEAST) < 0) {
      throw new IllegalStateException("heard.staff-names.keep must be a year (P366D) at least");
    }
    this.records = records;
    this.settings = settings;
    this.clock = clock;
    this.work = works.named("ending the record of names told");
  }

  @Scheduled(
      every = "{heard.retention.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void end() {
    Instant then = clock.instant().minus(settings.keep());
    work.round(
        () ->
            QuarkusTransaction.requiringNew()
                .call(() -> records.endReadBy(then, settings.endBatch())));
  }
}
