package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.heard.analytics.counting.RecountFactory;
import org.heard.embedded.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** A replica that stands still in the middle of a transaction, and others that want its offsets. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandingStillIT {
  private static PostgresServer postgres;

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private BatchHandler handler;
  private HandledPlace place;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.temporary();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void anEmptyDatabase() throws Exception {
    String name = "still" + UUID.randomUUID().toString().substring(0, 8);
    postgres.database(name, name);
    database.setUrl(postgres.jdbcUrl(name));
    database.setUser(name);
    database.setPassword(name);
    Flyway.configure().dataSource(database).load().migrate();
    handler = handler(database, Map.of());
    place = new HandledPlace(handler).known();
  }

  @Test
  void theServerEndsItAndAnotherReplicaGoesOn() throws Exception {
    Batch batch = place.batch(place.submitted(UUID.randomUUID(), 1, 2, "good: Kind."));
    FrozenDatabase frozen = new FrozenDatabase(database.getConnection(), true);
    BatchHandler still = handler(frozen.source(), Map.of("heard.ingest.transaction-idle", "2s"));
    ExecutorService replica = Executors.newSingleThreadExecutor();
    try {
      Future<Throwable> ended = replica.submit(() -> catchThrowable(() -> still.handle(batch)));
      frozen.awaitFreeze();

      assertThatNoException().isThrownBy(() -> handler.handle(batch));

      frozen.thaw();
      assertThat(ended.get(30, TimeUnit.SECONDS))
          .as("what it did does not stand")
          .isInstanceOf(SQLException.class);
      assertThat(number("select sum(submissions) from rollup_submission")).isEqualTo(1);
      assertThat(RecountFactory.create(database).mismatches()).isZero();
    } finally {
      frozen.thaw();
      replica.shutdownNow();
    }
  }

  /** Whoever holds the offsets for good, nobody is left behind in the queue for them. */
  @Test
  void aLockIsWaitedForSoLongAndNoLonger() throws Exception {
    Batch batch = place.batch(place.submitted(UUID.randomUUID(), 1, 2, "good: Kind."));
    BatchHandler impatient = handler(database, Map.of("heard.ingest.lock-wait", "500ms"));
    try (Connection holder = database.getConnection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("select 1 from consumer_offset for update");

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> impatient.handle(batch))
          .satisfies(late -> assertThat(late.getSQLState()).isEqualTo("55P03"))
          .satisfies(late -> assertThat(Failure.of(late)).isEqualTo(Failure.DATABASE));
      assertThat(
              number(
                  "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                      + " and datname = current_database()"))
          .isZero();
    }
    impatient.handle(batch);
    assertThat(number("select sum(submissions) from rollup_submission")).isEqualTo(1);
  }

  /** They are of ingest's transactions, and of nothing that its connections do afterwards. */
  @Test
  void aRecountIsNotBoundByThem() throws Exception {
    try (Connection connection = database.getConnection()) {
      DataSource one = new FrozenDatabase(connection, false).source();
      IngestTransaction transaction = new IngestTransaction(one, config(Map.of()));
      assertThat(transaction.<String, SQLException>run(this::bounds)).isEqualTo("10s 20s");
      assertThat(bounds(connection)).isEqualTo("0 0");
    }
  }

  private String bounds(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('idle_in_transaction_session_timeout') || ' ' ||"
                    + " current_setting('lock_timeout')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static BatchHandler handler(DataSource database, Map<String, String> settings) {
    return new LoopParts(database, new SimpleMeterRegistry()).handler(config(settings));
  }

  private static IngestConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(IngestConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 500))
        .build()
        .getConfigMapping(IngestConfig.class);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
