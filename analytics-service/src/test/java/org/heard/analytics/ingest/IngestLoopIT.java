package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.flywaydb.core.Flyway;
import org.heard.analytics.Published;
import org.heard.analytics.counting.RecountFactory;
import org.heard.embedded.KafkaBroker;
import org.heard.embedded.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The loop with a real broker and a real database, wired by hand so that parts can fail; with each
 * of Kafka's two ways to share partitions.
 */
@ParameterizedClass
@EnumSource(GroupProtocol.class)
class IngestLoopIT {
  private static final int EVENTS = 300;
  private static final int WARDS = 60;
  private static PostgresServer postgres;
  private static KafkaBroker kafka;

  @Parameter private GroupProtocol protocol;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<IngestLoop> loops = new ArrayList<>();
  private SwitchableDatabase database;
  private String name;

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
  void anEmptyDatabase() {
    name = "loop" + UUID.randomUUID().toString().substring(0, 8);
    postgres.database(name, name);
    PGSimpleDataSource real = new PGSimpleDataSource();
    real.setUrl(postgres.jdbcUrl(name));
    real.setUser(name);
    real.setPassword(name);
    Flyway.configure().dataSource(real).load().migrate();
    database = new SwitchableDatabase(real);
  }

  @AfterEach
  void stopLoops() throws InterruptedException {
    for (IngestLoop loop : loops) {
      loop.stop(new ShutdownEvent());
    }
  }

  private LoopState startLoop(String bootstrapServers) {
    return startLoop(bootstrapServers, meters);
  }

  private LoopState startLoop(String bootstrapServers, MeterRegistry own) {
    LoopState state = new LoopState(Clock.systemUTC());
    IngestLoop loop =
        new LoopParts(database, own).loop(new FastIngest(name, protocol), bootstrapServers, state);
    loops.add(loop);
    loop.start(new StartupEvent());
    return state;
  }

  /** A ward of this test's own, and so many submissions for it. */
  private List<TestEvents.Fact> facts(int count) {
    List<TestEvents.Fact> facts = new ArrayList<>(TestEvents.place("O" + name, "S" + name, name));
    for (int i = 0; i < count; i++) {
      facts.add(
          TestEvents.submitted(
              UUID.randomUUID(), 1, "O" + name, name, i % 6 + 1, "good: Lovely staff."));
    }
    return facts;
  }

  private static void publish(List<TestEvents.Fact> facts) throws Exception {
    try (Published broker = new Published(kafka.bootstrapServers())) {
      broker.publish(facts);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.replace("$ward", name))) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private long counted() throws SQLException {
    return number("select sum(submissions) from rollup_submission where ward_id = '$ward'");
  }

  private void awaitCounted(long count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> counted() == count);
  }

  @Test
  void nothingIsLostOrCountedTwiceWhenTheDatabaseIsAway() throws Exception {
    LoopState state = startLoop(kafka.bootstrapServers());
    List<TestEvents.Fact> facts = facts(EVENTS);
    publish(facts.subList(0, EVENTS / 2));
    awaitCounted(EVENTS / 2 - 3);

    database.away(true);
    publish(facts.subList(EVENTS / 2, facts.size()));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state.view().phase() == LoopState.Phase.WAITING_FOR_DATABASE);
    assertThat(state.view().cause()).contains("SQLException");
    database.away(false);

    awaitCounted(EVENTS);
    assertThat(RecountFactory.create(database).mismatches()).isZero();
    assertThat(number("select count(*) from parked where reason <> 'UNKNOWN_WARD'")).isZero();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state.view().phase() == LoopState.Phase.RUNNING);
  }

  @Test
  void whatWaitsIsLagWhileIngestFails() throws Exception {
    List<TestEvents.Fact> facts = facts(30);
    publish(facts.subList(0, 13));
    startLoop(kafka.bootstrapServers());
    awaitCounted(10);
    awaitLag(0);

    change("alter table rollup_submission rename to taken_away");
    publish(facts.subList(13, 23));
    awaitLag(10);
    publish(facts.subList(23, 33));
    awaitLag(20);

    change("alter table taken_away rename to rollup_submission");
    awaitCounted(30);
    awaitLag(0);
  }

  @Test
  void whatWaitsIsNotKnownWhileTheDatabaseIsAway() throws Exception {
    publish(facts(10));
    startLoop(kafka.bootstrapServers());
    awaitCounted(10);
    awaitLag(0);

    database.away(true);
    publish(facts(1));
    await().atMost(Duration.ofSeconds(30)).until(() -> Double.isNaN(lag()));

    database.away(false);
    awaitCounted(11);
    awaitLag(0);
  }

  private void awaitLag(double events) {
    await().atMost(Duration.ofSeconds(60)).until(() -> lag() == events);
  }

  private double lag() {
    return meters.get(IngestCounters.LAG).gauge().value();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aDatabaseThatIsAwayAtTheStartIsWaitedFor() throws Exception {
    database.away(true);
    publish(facts(10));
    LoopState state = startLoop(kafka.bootstrapServers());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state.view().phase() == LoopState.Phase.WAITING_FOR_DATABASE);

    database.away(false);

    awaitCounted(10);
  }

  @Test
  void aNewLoopGoesOnWhereTheOldOneStopped() throws Exception {
    startLoop(kafka.bootstrapServers());
    publish(facts(EVENTS));
    await().atMost(Duration.ofSeconds(60)).until(() -> counted() > 0);
    loops.get(0).stop(new ShutdownEvent());
    double before = received();

    startLoop(kafka.bootstrapServers());

    awaitCounted(EVENTS);
    assertThat(storedOffsets()).isEqualTo((long) receivedSubmissions());
    assertThat(received()).isGreaterThanOrEqualTo(before);
    assertThat(RecountFactory.create(database).mismatches()).isZero();
  }

  /** Submissions of so many wards that each partition has some of them. */
  private List<TestEvents.Fact> factsOfManyWards(int count) {
    List<TestEvents.Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String ward = name + "-" + i % WARDS;
      facts.add(
          TestEvents.submitted(UUID.randomUUID(), 1, "O" + name, ward, 1, "good: Lovely staff."));
    }
    return facts;
  }

  @Test
  void twoLoopsShareTheWorkAndCountEverythingOnce() throws Exception {
    SimpleMeterRegistry others = new SimpleMeterRegistry();
    LoopState one = startLoop(kafka.bootstrapServers());
    LoopState two = startLoop(kafka.bootstrapServers(), others);
    for (int ward = 0; ward < WARDS; ward++) {
      publish(TestEvents.place("O" + name, "S" + name, name + "-" + ward));
    }
    publish(factsOfManyWards(EVENTS));
    await().atMost(Duration.ofSeconds(60)).until(() -> running(one) && running(two));
    awaitCountedOfAllWards(EVENTS);

    // Whatever other tests have left on the topics has been read by now, and is told soon.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> receivedSubmissions(meters) + receivedSubmissions(others) == storedOffsets());
    double first = receivedSubmissions(meters);
    double second = receivedSubmissions(others);
    AtomicInteger published = new AtomicInteger();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              publish(factsOfManyWards(WARDS));
              published.addAndGet(WARDS);
              return receivedSubmissions(meters) > first && receivedSubmissions(others) > second;
            });

    // Its partitions move in the middle of the work.
    publish(factsOfManyWards(EVENTS));
    published.addAndGet(EVENTS);
    loops.get(1).stop(new ShutdownEvent());

    awaitCountedOfAllWards(EVENTS + published.get());
    // A batch that was cut off is read again, and counted once it is done.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        receivedSubmissions(meters) - first + receivedSubmissions(others) - second)
                    .isEqualTo(published.get()));
    assertThat(RecountFactory.create(database).mismatches()).isZero();
  }

  private long storedOffsets() throws SQLException {
    return number(
        "select sum(next_offset) from consumer_offset where topic = 'feedback.submitted'");
  }

  private void awaitCountedOfAllWards(long count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                number(
                        "select sum(submissions) from rollup_submission"
                            + " where ward_id like '$ward-%'")
                    == count);
  }

  private static boolean running(LoopState state) {
    return state.view().phase() == LoopState.Phase.RUNNING;
  }

  @Test
  void aBrokerThatIsNotThereDoesNotKillTheLoop() throws Exception {
    LoopState state = startLoop("nobody.invalid:1");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state.view().phase() == LoopState.Phase.WAITING_FOR_BROKER);
    assertThat(state.view().dead(System.nanoTime(), Duration.ofMinutes(5))).isFalse();

    loops.get(0).stop(new ShutdownEvent());
    assertThat(state.view().phase()).isEqualTo(LoopState.Phase.STOPPED);
  }

  private double received() {
    return meters.find(IngestCounters.RECEIVED).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private double receivedSubmissions() {
    return receivedSubmissions(meters);
  }

  private static double receivedSubmissions(MeterRegistry registry) {
    return registry.find(IngestCounters.RECEIVED).tag("topic", Event.SUBMITTED).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
