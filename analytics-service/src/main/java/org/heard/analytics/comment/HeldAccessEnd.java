package org.heard.analytics.comment;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Ends the record of who read held text once it is old enough. */
@Singleton
@Startup
class HeldAccessEnd {
  private static final Logger LOG = Logger.getLogger(HeldAccessEnd.class);

  /** A year with a leap day; the database lets nobody go below a year. */
  private static final Duration LEAST = Duration.ofDays(366);

  private static final String END =
      """
      delete from held_access
      where id in (select id from held_access where at <= ? order by at, id limit ?)
      """;

  private final DataSource database;
  private final TranslationConfig config;
  private final Clock clock;

  HeldAccessEnd(DataSource database, TranslationConfig config, Clock clock) {
    if (config.keepAccess().compareTo(LEAST) < 0) {
      throw new IllegalStateException(
          "heard.translations.keep-access must be a year (P366D) at least");
    }
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void hourly() {
    try {
      end();
    } catch (SQLException failed) {
      // The state only: a message can quote what was written.
      LOG.warnf("the record of held text is kept for another hour: [%s]", failed.getSQLState());
    }
  }

  /** Ends what is old enough, a batch at a time. */
  void end() throws SQLException {
    OffsetDateTime then =
        OffsetDateTime.ofInstant(clock.instant().minus(config.keepAccess()), ZoneOffset.UTC);
    int ended = config.endBatch();
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(END)) {
      while (ended == config.endBatch()) {
        delete.setObject(1, then);
        delete.setInt(2, config.endBatch());
        ended = delete.executeUpdate();
      }
    }
  }
}
