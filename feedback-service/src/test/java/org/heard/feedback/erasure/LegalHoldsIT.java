package org.heard.feedback.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.background.BackgroundWorks;
import org.heard.feedback.submission.Removal;
import org.heard.feedback.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A legal hold is placed before words are destroyed, or after, and never within. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LegalHoldsIT {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final String GOVERNANCE = "information-governance";

  @Inject AgroalDataSource database;
  @Inject Removal removal;
  @Inject ErasureRepository records;
  @Inject ErasureSettings settings;
  @Inject Vault vault;
  @Inject BackgroundWorks works;
  @Inject AnswerableHolds holds;

  private final UUID id = UUID.randomUUID();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile CompletableFuture<Void> done;
  private volatile CompletableFuture<Response> placed;

  @BeforeEach
  void takenBack() {
    Feedback.directory();
    holds.away(false);
    String code =
        Feedback.send(Feedback.kioskKey("W01"), Feedback.document(id, "She was kind."))
            .path("receiptCode");
    Feedback.takeBack(code).body("state", equalTo("hidden-until"));
  }

  @AfterEach
  void nothingElseHappens() {
    holds.whileAsked(about -> {});
    holds.whilePlacing(() -> {});
    holds.whilePreparing(() -> {});
    holds.release(id);
    threads.shutdownNow();
  }

  /** The destruction has asked, and been told that nothing is held, when the hold is placed. */
  @Test
  void oneThatIsBeingPlacedIsWaitedForAndKeepsTheWords() throws Exception {
    holds.whilePlacing(
        () -> {
          CompletableFuture<Void> destruction = CompletableFuture.runAsync(this::destroy, threads);
          await().atMost(BOUND).until(() -> Waiting.forAHold(database));
          assertThat(destruction).isNotDone();
          Waiting.forNobody(database, List.of(id));
          holds.hold(id);
          done = destruction;
        });
    place().then().statusCode(200).body("legalHold", equalTo(true));
    done.get(BOUND.toSeconds(), TimeUnit.SECONDS);
    assertThat(sealed()).isEqualTo(1);
    proof().then().body("destroyedAt", nullValue());
  }

  /** A provider of tokens that takes its time keeps no destruction waiting. */
  @Test
  void nobodyWaitsForWhatPlacingOneNeeds() throws Exception {
    holds.whilePreparing(
        () ->
            CompletableFuture.runAsync(this::destroy, threads)
                .orTimeout(BOUND.toSeconds(), TimeUnit.SECONDS)
                .join());
    holds.whilePlacing(() -> holds.hold(id));
    place().then().statusCode(200);
    assertThat(sealed()).isZero();
  }

  /** The second question is asked with the lock: who places one now waits, and is told what is. */
  @Test
  void oneThatComesWhileWordsAreDestroyedComesAfter() throws Exception {
    AtomicInteger questions = new AtomicInteger();
    holds.whileAsked(
        about -> {
          if (about.contains(id) && questions.incrementAndGet() == 2) {
            placed = CompletableFuture.supplyAsync(this::place, threads);
            await().atMost(BOUND).until(() -> Waiting.forAHold(database));
            assertThat(placed).isNotDone();
          }
        });
    holds.whilePlacing(() -> holds.hold(id));
    destroy();
    placed.get(BOUND.toSeconds(), TimeUnit.SECONDS).then().statusCode(200);
    assertThat(sealed()).isZero();
    proof().then().body("destroyedAt", notNullValue());
  }

  /** However long it takes to answer: the same words can be sent again, and be taken back. */
  @Test
  void nobodyElseWaitsWhileItIsAsked() throws Exception {
    AtomicInteger questions = new AtomicInteger();
    holds.whileAsked(
        about -> {
          if (about.contains(id)) {
            questions.incrementAndGet();
            Waiting.forNobody(database, List.of(id));
          }
        });
    destroy();
    assertThat(questions).hasValue(2);
    assertThat(sealed()).isZero();
  }

  @Test
  void whatCannotBeAskedAboutTheSecondTimeIsKept() throws SQLException {
    AtomicInteger questions = new AtomicInteger();
    holds.whileAsked(
        about -> {
          if (about.contains(id)) {
            holds.away(questions.incrementAndGet() == 1);
          }
        });
    destroy();
    assertThat(questions).hasValue(1);
    assertThat(sealed()).isEqualTo(1);
    holds.away(false);
    proof().then().body("destroyedAt", nullValue()).body("until", notNullValue());
  }

  private void destroy() {
    new Destruction(
            removal,
            records,
            vault,
            holds,
            settings,
            Clock.fixed(Instant.now().plus(Duration.ofDays(3)), ZoneId.of("UTC")),
            works)
        .tryNow(List.of(id));
  }

  private Response place() {
    return Feedback.as(TestTokens.withRole(GOVERNANCE)).put("/v1/holds/" + id);
  }

  private Response proof() {
    return Feedback.as(TestTokens.withRole(GOVERNANCE)).get("/v1/erasures/" + id);
  }

  private int sealed() throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT count(*) FROM sealed WHERE submission_id = ?")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
