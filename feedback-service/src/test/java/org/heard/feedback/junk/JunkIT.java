package org.heard.feedback.junk;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.breakglass.AnswerableAlerts;
import org.heard.feedback.erasure.AnswerableHolds;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever comes to a door: no 5xx, every refusal in the form that the door speaks, nothing kept of
 * what was refused, and kept exactly what was taken. {@code heard.junk.seed} and {@code
 * heard.junk.inputs} (of all doors together) choose others, and more.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(JunkIT.Wide.class)
class JunkIT {
  private static final long SEED = Long.getLong("heard.junk.seed", 20261126L);
  private static final int INPUTS = Integer.getInteger("heard.junk.inputs", 20_000);

  /** Many, as those who wait for the disk wait together. */
  private static final int LANES = 12;

  private static final int LEAST_ROUND = 50;
  private static final int MOST_ROUNDS = 50;

  /** Limits out of the way, as far as they go. */
  public static class Wide implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.ofEntries(
          Map.entry("heard.key-limit.per-second", "100000"),
          Map.entry("heard.key-limit.burst", "100000"),
          Map.entry("heard.receipts.per-second", "1000"),
          Map.entry("heard.receipts.burst", "10000"),
          Map.entry("heard.receipts.erase-per-second", "1000"),
          Map.entry("heard.receipts.erase-burst", "10000"),
          Map.entry("heard.receipts.withdraw-per-second", "1000"),
          Map.entry("heard.receipts.withdraw-burst", "10000"),
          Map.entry("heard.raw-access.per-hour", "1000"),
          Map.entry("heard.pairing.per-second", "100"),
          Map.entry("heard.pairing.burst", "1000"),
          Map.entry("heard.form.per-second", "10000"),
          Map.entry("heard.form.burst", "100000"),
          Map.entry("heard.form.ward-per-minute", "10000"),
          Map.entry("heard.form.ward-burst", "10000"),
          Map.entry("heard.overload.max-streams", "48"),
          Map.entry("heard.overload.max-streams-per-key", "48"),
          // Nobody listens there, so every fact that is left can be counted.
          Map.entry("heard.kafka.bootstrap-servers", "localhost:1"),
          Map.entry("heard.import.max-concurrent", "16"),
          Map.entry("heard.import.max-concurrent-per-key", "16"));
    }
  }

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;
  @Inject Vault vault;
  @Inject AnswerableHolds holds;
  @Inject AnswerableAlerts alerts;

  private static final AtomicInteger TAKEN = new AtomicInteger();

  private static final List<Lane> OPEN = new ArrayList<>();

  @BeforeEach
  void open() {
    if (!OPEN.isEmpty()) {
      return;
    }
    Feedback.directory();
    for (int number = 0; number < LANES; number++) {
      Feedback.as(TestTokens.admin())
          .body(Map.of("name", "Asked Ward", "siteId", "S01"))
          .put("/v1/directory/wards/ASKED" + number);
      OPEN.add(new Lane(number, secrets));
    }
  }

  /** The doors and tests to come do not wait for what nobody will take. */
  @AfterEach
  void forgetFacts() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox")) {
      delete.execute();
    }
  }

  @AfterAll
  static void close() throws Exception {
    for (Lane lane : OPEN) {
      lane.close();
    }
    OPEN.clear();
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void isRefusedOrKeptExactly(Door door) throws Exception {
    int inputs = INPUTS * door.share() / 100;
    System.out.printf(
        "Junk: %s, %d inputs, -Dheard.junk.seed=%d -Dheard.junk.inputs=%d%n",
        door, inputs, SEED, INPUTS);
    for (Lane lane : OPEN) {
      lane.begin(SEED + 31L * door.name().hashCode() + lane.number());
      if (door.isAboutASubmission()) {
        lane.send(holds, alerts);
      }
    }
    int round = Math.max(LEAST_ROUND, inputs / LANES / MOST_ROUNDS);
    TAKEN.set(0);
    long start = System.nanoTime();
    ExecutorService senders = Executors.newFixedThreadPool(LANES);
    try {
      Kept kept = new Kept(database, vault);
      for (int left = (inputs + LANES - 1) / LANES; left > 0; left -= round) {
        int now = Math.min(round, left);
        all(senders, lane -> send(door, lane, now, kept));
        kept.check();
      }
    } finally {
      senders.shutdownNow();
    }
    System.out.printf(
        "Junk: %s, %d taken, %.0f inputs a second%n",
        door, TAKEN.get(), inputs * 1e9 / (System.nanoTime() - start));
    assertThat(TAKEN.get() > 0).as("%d are taken", TAKEN.get()).isEqualTo(door.takes());
  }

  private interface Work {
    void of(Lane lane) throws Exception;
  }

  private static void all(ExecutorService senders, Work work) throws Exception {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Lane lane : OPEN) {
      tasks.add(
          () -> {
            work.of(lane);
            return null;
          });
    }
    for (Future<Void> done : senders.invokeAll(tasks)) {
      done.get();
    }
  }

  private static void send(Door door, Lane lane, int inputs, Kept kept) throws Exception {
    lane.renew();
    for (int i = 0; i < inputs; i++) {
      Request request = lane.next(door);
      KeepAlive.Answer answer = lane.ask(request);
      try {
        judge(door, request, answer, kept);
      } catch (AssertionError wrong) {
        throw new AssertionError(request + "\nwas answered " + answer, wrong);
      }
    }
  }

  private static void judge(Door door, Request request, KeepAlive.Answer answer, Kept kept) {
    if (answer.status() < 300) {
      assertThat(answer.status()).isIn(door.success());
      TAKEN.incrementAndGet();
      door.taken(request, answer, kept);
      return;
    }
    Collection<ErrorCode> codes = door.speech().requireRefusal(answer);
    assertThat(Declared.of(door)).containsAll(codes);
    if (codes.contains(ErrorCode.IMPORT_TAKEN_OVER)) {
      kept.takenOver(request.lines());
    }
  }

  /** A code of the closed list that says whose mistake it is: not ours. */
  static ErrorCode requireKnown(String name) {
    ErrorCode code = ErrorCode.valueOf(name);
    assertThat(code.status()).as(name).isBetween(400, 499);
    return code;
  }
}
