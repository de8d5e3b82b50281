package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.heard.analytics.Published;
import org.heard.analytics.counting.RecountFactory;
import org.heard.analytics.reconciliation.Backlog;
import org.heard.embedded.KafkaBroker;
import org.heard.embedded.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A log that has lost what the loop has not read, or ends before what it has. */
class LogGapIT {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int PARTITIONS = 3;

  private static PostgresServer postgres;
  private static KafkaBroker kafka;

  // Database, ward and consumer group of one test.
  private final String name = "gap" + UUID.randomUUID().toString().substring(0, 8);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final LoopState state = new LoopState(Clock.systemUTC());
  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private IngestLoop loop;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.temporary();
    kafka = KafkaBroker.temporary();
  }

  @AfterAll
  static void stop() {
    kafka.close();
    postgres.close();
  }

  @BeforeEach
  void aLoopThatHasReadFifty() throws Exception {
    postgres.database(name, name);
    database.setUrl(postgres.jdbcUrl(name));
    database.setUser(name);
    database.setPassword(name);
    Flyway.configure().dataSource(database).load().migrate();
    publish(TestEvents.place("O" + name, "S" + name, name));
    publish(submissions(50));
    startLoop();
    awaitCounted(50);
  }

  @AfterEach
  void leaveNoTopics() throws Exception {
    stopLoop();
    delete(Event.TOPICS);
  }

  @Test
  void recordsThatWereDeletedBeforeTheyWereReadAreToldAndTheOthersRead() throws Exception {
    stopLoop();
    publish(submissions(30));
    deleteAllRecords();
    publish(submissions(10));
    startLoop();

    awaitCounted(60);
    assertThat(gaps("lost")).isEqualTo(1);
    assertThat(meters.get(IngestCounters.LOST).tag("topic", Event.SUBMITTED).counter().count())
        .isEqualTo(30);
    assertReadToTheEnd();
  }

  @Test
  void aDeletedEndIsNoLag() throws Exception {
    stopLoop();
    publish(submissions(30));
    deleteAllRecords();
    startLoop();

    await().atMost(BOUND).until(() -> gaps("lost") == 1);
    assertReadToTheEnd();
  }

  @Test
  void aLogThatEndsBeforeWhatWasReadIsToldAndReadFromItsStart() throws Exception {
    stopLoop();
    delete(List.of(Event.SUBMITTED));
    publish(submissions(10));
    startLoop();

    awaitCounted(60);
    assertThat(gaps("cut-off")).isEqualTo(1);
    assertReadToTheEnd();
  }

  @Test
  void aLogThatIsCutOffUnderARunningLoopIsReadFromItsStart() throws Exception {
    delete(List.of(Event.SUBMITTED));
    publish(submissions(10));

    awaitCounted(60);
    assertReadToTheEnd();
  }

  private void assertReadToTheEnd() throws Exception {
    PublishedSoFar backlog = new PublishedSoFar(database, new Offsets(), kafka.bootstrapServers());
    Backlog.Mark mark = backlog.mark();
    await().atMost(BOUND).until(() -> backlog.isReadUpTo(mark));
    publish(submissions(1));
    stopLoop();
    publish(submissions(1));
    assertThat(backlog.isReadUpTo(backlog.mark())).as("one is not read").isFalse();
    assertThat(RecountFactory.create(database).mismatches()).isZero();
    assertThat(number("select count(*) from parked where reason <> 'UNKNOWN_WARD'")).isZero();
  }

  private double gaps(String kind) {
    Counter counter =
        meters.find(IngestCounters.GAPS).tag("topic", Event.SUBMITTED).tag("kind", kind).counter();
    return counter == null ? 0 : counter.count();
  }

  private void deleteAllRecords() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (int i = 0; i < PARTITIONS; i++) {
        latest.put(new TopicPartition(Event.SUBMITTED, i), OffsetSpec.latest());
      }
      Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
      admin
          .listOffsets(latest)
          .all()
          .get()
          .forEach((p, end) -> all.put(p, RecordsToDelete.beforeOffset(end.offset())));
      admin.deleteRecords(all).all().get();
    }
  }

  /** Deletes topics; publishing makes them anew. */
  private static void delete(List<String> topics) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin.deleteTopics(topics).all().get();
      await()
          .atMost(BOUND)
          .until(() -> Collections.disjoint(admin.listTopics().names().get(), topics));
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private void startLoop() {
    loop =
        new LoopParts(database, meters)
            .loop(new FastIngest(name, GroupProtocol.CLASSIC), kafka.bootstrapServers(), state);
    loop.start(new StartupEvent());
  }

  private void stopLoop() throws InterruptedException {
    if (loop != null) {
      loop.stop(new ShutdownEvent());
    }
  }

  private List<TestEvents.Fact> submissions(int count) {
    List<TestEvents.Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add(
          TestEvents.submitted(
              UUID.randomUUID(), 1, "O" + name, name, i % 6 + 1, "good: Lovely staff."));
    }
    return facts;
  }

  private void publish(List<TestEvents.Fact> facts) throws Exception {
    try (Published broker = new Published(kafka.bootstrapServers())) {
      broker.publish(facts);
    }
  }

  private void awaitCounted(long count) {
    await()
        .atMost(BOUND)
        .until(() -> number("select sum(submissions) from rollup_submission") == count);
    await().atMost(BOUND).until(() -> state.view().phase() == LoopState.Phase.RUNNING);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
