package org.heard.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Takes the times from tombstones once no tally can ask for them any more. */
@ApplicationScoped
class Tombstones {
  private static final String FORGET =
      """
      update submission set counted_at = null, received_at = null
      where id in (
        select s.id from submission s
        where s.counted_on is null and s.counted_at is not null and s.erased_at < ?
          and not exists (select 1 from mismatch m where m.ward_id = s.ward_id and m.state = 'open')
        order by s.id limit ?
        for update of s)
      """;

  private final DataSource database;
  private final ReconciliationConfig config;
  private final Clock clock;

  Tombstones(DataSource database, ReconciliationConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Forgets what is old enough, a batch at a time. */
  void forget() throws SQLException {
    int forgotten = config.batch();
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(FORGET)) {
      while (forgotten == config.batch()) {
        update.setObject(1, Tallies.time(clock.instant().minus(config.memory())));
        update.setInt(2, config.batch());
        forgotten = update.executeUpdate();
      }
    }
  }
}
