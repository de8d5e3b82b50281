package org.heard.feedback.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.background.BackgroundWorks;
import org.heard.feedback.submission.Removal;
import org.heard.feedback.submission.WardDay;
import org.heard.feedback.submission.WardDays;
import org.heard.feedback.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words are kept for as long as they may be, and what they counted for ever. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RetentionIT {
  private static final Duration RAW = Duration.ofDays(30);
  private static final Duration REDACTED = Duration.ofDays(60);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject AgroalDataSource database;
  @Inject Removal removal;
  @Inject Vault vault;
  @Inject ErasureRepository records;
  @Inject BackgroundWorks works;
  @Inject WardDays wardDays;
  @Inject ObjectMapper json;

  private final Set<UUID> held = ConcurrentHashMap.newKeySet();
  private final List<UUID> ids = new ArrayList<>();
  private boolean away;
  private volatile Runnable asked = () -> {};
  private Instant receivedAt;

  /** Five submissions, more than a pass takes. */
  @BeforeEach
  void submissions() throws SQLException {
    Feedback.directory();
    // Others' words are not in question here.
    execute("UPDATE submission SET received_at = now()");
    String key = Feedback.kioskKey("W01");
    for (int i = 0; i < 5; i++) {
      UUID id = UUID.randomUUID();
      ids.add(id);
      Feedback.send(
              key,
              Feedback.document(id, "She was kind.")
                  .replace("2026-10-05", "2026-02-11")
                  .replace("\"rating\"", "\"contact\": {\"name\": \"R\"}, \"rating\""))
          .then()
          .statusCode(201);
    }
    receivedAt = Instant.now().minus(Duration.ofDays(100)).truncatedTo(ChronoUnit.MICROS);
    execute("UPDATE submission SET received_at = '" + receivedAt + "' WHERE id IN " + list());
  }

  @Test
  void endsWhatIsSealedFirst() throws SQLException {
    at(receivedAt.plus(RAW).minusSeconds(1)).end();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isEqualTo(10);
    at(receivedAt.plus(RAW)).end();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isZero();
    assertThat(count("SELECT count(*) FROM submission WHERE answers <> '[]' AND id IN " + list()))
        .isEqualTo(5);
    assertThat(count("SELECT count(*) FROM erasure WHERE submission_id IN " + list())).isZero();
  }

  @Test
  void endsTheWordsAndKeepsTheFact() throws Exception {
    at(receivedAt.plus(REDACTED)).end();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isZero();
    assertThat(
            count(
                "SELECT count(*) FROM submission WHERE answers = '[]' AND rating = 2 AND version ="
                    + " 2 AND erased_at IS NULL AND expired_at IS NOT NULL AND id IN "
                    + list()))
        .isEqualTo(5);
    Feedback.as(TestTokens.withRole("information-governance"))
        .get("/v1/erasures/" + ids.get(0))
        .then()
        .statusCode(200)
        .body("reason", equalTo("retention"))
        .body("state", equalTo("erased"));
    // It counts as before, and is sent again as what counts and as what is gone.
    WardDay day = new WardDay("W01", LocalDate.parse("2026-02-11"), LONDON);
    var standing =
        wardDays.facts(day, null, 1000).stream()
            .filter(found -> found.id().equals(ids.get(0)))
            .findFirst()
            .orElseThrow();
    JsonNode submitted = json.readTree(standing.facts().get(0).payload());
    JsonNode erased = json.readTree(standing.facts().get(1).payload());
    assertThat(submitted.path("version").asInt()).isEqualTo(1);
    assertThat(submitted.path("rating").asInt()).isEqualTo(2);
    assertThat(submitted.path("answers")).isEmpty();
    assertThat(erased.path("version").asInt()).isEqualTo(2);
    assertThat(erased.path("reason").asText()).isEqualTo("retention");
  }

  @Test
  void doesNothingTwice() throws SQLException {
    at(receivedAt.plus(REDACTED)).end();
    at(receivedAt.plus(REDACTED).plusSeconds(1)).end();
    assertThat(count("SELECT max(version) FROM submission WHERE id IN " + list())).isEqualTo(2);
  }

  @Test
  void leavesWhatIsHeld() throws SQLException {
    held.addAll(List.of(ids.get(0), ids.get(3)));
    at(receivedAt.plus(REDACTED)).end();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isEqualTo(4);
    assertThat(
            count("SELECT count(*) FROM submission WHERE expired_at IS NULL AND id IN " + list()))
        .isEqualTo(2);
    held.clear();
    at(receivedAt.plus(REDACTED)).end();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isZero();
  }

  /** Whoever places a hold has this lock: what comes to be held before it is free is left, too. */
  @Test
  void leavesWhatComesToBeHeldWhileItWaits() throws Exception {
    UUID last = ids.stream().max(Comparator.comparing(UUID::toString)).orElseThrow();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<?> end;
    try (var placing = database.getConnection();
        var lock = placing.createStatement()) {
      placing.setAutoCommit(false);
      lock.execute("SELECT pg_advisory_xact_lock(hashtextextended('hold ' || '" + last + "', 0))");
      end = thread.submit(() -> at(receivedAt.plus(REDACTED)).end());
      await().atMost(Duration.ofSeconds(60)).until(() -> Waiting.forAHold(database));
      held.add(last);
      placing.commit();
      placing.setAutoCommit(true);
    }
    thread.shutdown();
    end.get(60, TimeUnit.SECONDS);
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id = '" + last + "'"))
        .isEqualTo(2);
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isEqualTo(2);
  }

  /** Whoever takes words back locks the smaller id first; the older submission has the larger. */
  @Test
  void locksInTheOrderOfIds() throws Exception {
    List<UUID> sorted = ids.stream().sorted(Comparator.comparing(UUID::toString)).toList();
    UUID last = sorted.get(4);
    UUID first = sorted.get(3);
    execute(
        "UPDATE submission SET received_at = received_at - interval '2 days' WHERE id = '%s'"
            .formatted(last));
    execute(
        "UPDATE submission SET received_at = received_at - interval '1 day' WHERE id = '%s'"
            .formatted(first));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<?> end;
    try (var erasing = database.getConnection();
        var lock = erasing.createStatement()) {
      erasing.setAutoCommit(false);
      lock.execute("SELECT FROM submission WHERE id = '" + first + "' FOR UPDATE");
      end = thread.submit(() -> at(receivedAt.plus(REDACTED)).end());
      await().atMost(Duration.ofSeconds(60)).until(() -> Waiting.forALock(database));
      try {
        Waiting.forNobody(database, List.of(last));
      } finally {
        erasing.rollback();
        erasing.setAutoCommit(true);
      }
    }
    thread.shutdown();
    end.get(60, TimeUnit.SECONDS);
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isZero();
  }

  @Test
  void keepsNobodyWaitingWhileItAsks() throws SQLException {
    AtomicInteger questions = new AtomicInteger();
    asked =
        () -> {
          questions.incrementAndGet();
          Waiting.forNobody(database, ids);
        };
    at(receivedAt.plus(REDACTED)).end();
    // Three pages, each asked about twice.
    assertThat(questions).hasValue(6);
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isZero();
  }

  @Test
  void leavesEverythingWhileNobodyCanBeAsked() throws SQLException {
    away = true;
    at(receivedAt.plus(REDACTED)).end();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isEqualTo(10);
    away = false;
    at(receivedAt.plus(REDACTED)).end();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id IN " + list())).isZero();
  }

  @Test
  void destroysWhatWasPutAsideForTooLong() throws SQLException {
    var kiosk = Feedback.register(Map.of("name", "lost", "kind", "kiosk", "wardId", "W01"));
    Feedback.as(TestTokens.admin())
        .post("/v1/devices/" + kiosk.path("id") + "/revoke")
        .then()
        .statusCode(200);
    UUID aside = UUID.randomUUID();
    Feedback.send(kiosk.path("key"), Feedback.document(aside, "x")).then().statusCode(202);
    Instant now = Instant.now();
    at(now.plus(RAW).minusSeconds(60)).end();
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = '" + aside + "'")).isEqualTo(1);
    at(now.plus(RAW).plusSeconds(60)).end();
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = '" + aside + "'")).isZero();
  }

  @Test
  void doesNotLetNamesOutliveTheWords() {
    assertThatIllegalStateException()
        .isThrownBy(() -> with(settings(Duration.ofDays(2), Duration.ofDays(1)), Clock.systemUTC()))
        .withMessageContaining("heard.retention.raw-text");
    assertThatIllegalStateException()
        .isThrownBy(() -> with(settings(Duration.ZERO, Duration.ofDays(1)), Clock.systemUTC()));
  }

  private Retention at(Instant now) {
    return with(settings(RAW, REDACTED), Clock.fixed(now, ZoneId.of("UTC")));
  }

  private Retention with(RetentionSettings settings, Clock clock) {
    Holds holds =
        new Holds() {
          @Override
          public boolean held(UUID submission) {
            return held.contains(submission);
          }

          @Override
          public Optional<String> erasedReason(UUID submission) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void prepare() {
            throw new UnsupportedOperationException();
          }

          @Override
          public boolean legalHold(UUID submission, boolean placed, String caller) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Set<UUID> held(Collection<UUID> submissions) throws IOException {
            if (away) {
              throw new IOException("away");
            }
            asked.run();
            return held;
          }
        };
    return new Retention(removal, vault, records, holds, settings, clock, works);
  }

  /** Two at a time, so that five take three passes. */
  private static RetentionSettings settings(Duration raw, Duration redacted) {
    Map<String, String> values =
        Map.of(
            "heard.retention.raw-text", raw.toString(),
            "heard.retention.redacted", redacted.toString(),
            "heard.retention.batch", "2");
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(RetentionSettings.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .build()
        .getConfigMapping(RetentionSettings.class);
  }

  private String list() {
    return "('" + String.join("', '", ids.stream().map(UUID::toString).toList()) + "')";
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
