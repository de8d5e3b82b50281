package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.device.Assignment;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups on a real database: exact with duplicates, with a poisoned row, and after a crash. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class GroupCommitIT {
  private static final Duration BOUND = Duration.ofSeconds(30);

  @Inject GroupCommit commit;
  @Inject AgroalDataSource database;

  private final ExecutorService clients = Executors.newFixedThreadPool(32);
  private Sender kiosk;

  @BeforeEach
  void directory() {
    Feedback.directory();
    Response device =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    kiosk =
        new Sender(
            UUID.fromString(device.path("id")),
            DeviceKind.KIOSK,
            "O01",
            List.of(new Assignment("W01", Instant.EPOCH)),
            null);
  }

  @AfterEach
  void end() {
    clients.shutdownNow();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyIdIsStoredOnceWhateverComesTogether(long seed) throws SQLException {
    Random random = new Random(seed);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ids.add(new UUID(random.nextLong(), random.nextLong()));
    }
    Map<UUID, List<CompletableFuture<Outcome>>> answers = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      UUID id = ids.get(random.nextInt(ids.size()));
      // Mostly repeats; now and then another content under the same id.
      Sent sent = sent(id, random.nextInt(10) == 0 ? 2 : 1, kiosk);
      answers
          .computeIfAbsent(id, first -> new ArrayList<>())
          .add(CompletableFuture.supplyAsync(() -> commit.submit(sent), clients));
    }
    for (Map.Entry<UUID, List<CompletableFuture<Outcome>>> one : answers.entrySet()) {
      assertExact(one.getKey(), one.getValue().stream().map(CompletableFuture::join).toList());
    }
  }

  private void assertExact(UUID id, List<Outcome> outcomes) throws SQLException {
    assertThat(outcomes).filteredOn(Outcome::created).as("created " + id).hasSize(1);
    assertThat(outcomes.stream().filter(taken -> taken.refusal() == null).map(Outcome::view))
        .as("one answer for all who sent the same")
        .containsOnly(outcomes.stream().filter(Outcome::created).findFirst().orElseThrow().view());
    assertThat(outcomes.stream().filter(refused -> refused.refusal() != null))
        .allMatch(refused -> refused.refusal().problem().code() == ErrorCode.ID_REUSED);
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void aPoisonedRowFailsAlone() throws Exception {
    Sender unknownDevice =
        new Sender(
            UUID.randomUUID(),
            DeviceKind.KIOSK,
            "O01",
            List.of(new Assignment("W01", Instant.EPOCH)),
            null);
    List<Sent> group =
        List.of(
            sent(UUID.randomUUID(), 1, kiosk),
            sent(UUID.randomUUID(), 1, unknownDevice),
            sent(UUID.randomUUID(), 1, kiosk));
    List<CompletableFuture<Outcome>> answers;
    try (Connection outsider = database.getConnection()) {
      answers = inOneGroup(outsider, group);
    }
    assertThatThrownBy(() -> answers.get(1).join()).hasStackTraceContaining("device");
    assertThat(answers.get(0).join().created()).isTrue();
    assertThat(answers.get(2).join().created()).isTrue();
    assertThat(stored(group.get(1).request().id())).isZero();
    assertThat(stored(group.get(0).request().id())).isEqualTo(1);
  }

  @Test
  void aGroupWhoseConnectionBreaksIsStoredWhenItIsSentAgain() throws Exception {
    List<Sent> group =
        List.of(sent(UUID.randomUUID(), 1, kiosk), sent(UUID.randomUUID(), 1, kiosk));
    UUID blocked = UUID.randomUUID();
    CompletableFuture<Response> answer;
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    try (Connection outsider = database.getConnection()) {
      lock(outsider, blocked);
      String key = Feedback.kioskKey("W01");
      answer =
          CompletableFuture.supplyAsync(
              () -> Feedback.send(key, Feedback.document(blocked, "Calm.")), clients);
      await().atMost(BOUND).until(() -> waitsForALock(outsider));
      for (Sent sent : group) {
        answers.add(CompletableFuture.supplyAsync(() -> commit.submit(sent), clients));
      }
      await().atMost(BOUND).until(() -> commit.waiting() == group.size());
      execute(
          outsider,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'advisory'");
    }
    answer.join().then().statusCode(503).header("Retry-After", "5");
    assertThat(stored(blocked)).as("nothing is stored of what was not acknowledged").isZero();
    for (CompletableFuture<Outcome> next : answers) {
      assertThat(next.join().created()).as("the next group is not touched").isTrue();
    }
    assertThat(commit.submit(sent(blocked, 1, kiosk)).created()).isTrue();
    assertThat(stored(blocked)).isEqualTo(1);
  }

  /** Holds a first submission in its transaction until all of the group wait for the next. */
  private List<CompletableFuture<Outcome>> inOneGroup(Connection outsider, List<Sent> group)
      throws SQLException {
    UUID first = UUID.randomUUID();
    lock(outsider, first);
    CompletableFuture<Outcome> leader =
        CompletableFuture.supplyAsync(() -> commit.submit(sent(first, 1, kiosk)), clients);
    await().atMost(BOUND).until(() -> waitsForALock(outsider));
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (Sent sent : group) {
      answers.add(CompletableFuture.supplyAsync(() -> commit.submit(sent), clients));
    }
    await().atMost(BOUND).until(() -> commit.waiting() == group.size());
    execute(outsider, "SELECT pg_advisory_unlock_all()");
    assertThat(leader.join().created()).isTrue();
    return answers;
  }

  private static void lock(Connection connection, UUID id) throws SQLException {
    execute(connection, "SELECT pg_advisory_lock(hashtextextended('%s', 0))".formatted(id));
  }

  private static boolean waitsForALock(Connection connection) throws SQLException {
    try (PreparedStatement count =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'");
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getInt(1) == 1;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private int stored(UUID id) throws SQLException {
    String both =
        "SELECT count(*) FROM submission WHERE id = ? AND (SELECT count(*) FROM outbox WHERE"
            + " subject = submission.id::text) <= 1";
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement(both)) {
      count.setObject(1, id);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static Sent sent(UUID id, int rating, Sender sender) {
    return new Sent(
        new SubmissionRequest(
            id,
            "W01",
            rating,
            List.of(new SubmissionRequest.Answer("good", "Calm and kind.")),
            null,
            "kiosk",
            "other",
            Instant.parse("2026-10-05T08:15:30Z"),
            null,
            null,
            null,
            false,
            null,
            null,
            null),
        sender);
  }
}
