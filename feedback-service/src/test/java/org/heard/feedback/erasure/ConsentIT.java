package org.heard.feedback.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.submission.WardDay;
import org.heard.feedback.submission.WardDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who agreed that words may be shown can take that back, and nothing else changes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ConsentIT {
  private static final LocalDate DAY = LocalDate.parse("2026-10-05");
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int ROUNDS = 12;

  @Inject AgroalDataSource database;
  @Inject WardDays wardDays;
  @Inject ObjectMapper json;

  private final UUID id = UUID.randomUUID();
  private String key;
  private String code;

  @BeforeEach
  void submission() {
    Feedback.directory();
    key = Feedback.kioskKey("W01");
    code = Feedback.send(key, agreed(id)).then().statusCode(201).extract().path("receiptCode");
  }

  private static String agreed(UUID id) {
    return Feedback.document(id, "The night nurse sat with me.")
        .replace("\"rating\"", "\"consentToPublish\": true, \"rating\"");
  }

  @Test
  void isTakenBackAsTheNextVersionOfTheWholeState() throws Exception {
    JsonNode before = fact(id);
    assertThat(before.path("consentToPublish").asBoolean()).isTrue();
    withdraw(code)
        .then()
        .statusCode(200)
        .body("state", equalTo("stored"))
        .body("consentToPublish", equalTo(false))
        .body("size()", equalTo(2));
    JsonNode after = fact(id);
    assertThat(after.path("version").asInt()).isEqualTo(2);
    assertThat(after.path("consentToPublish").asBoolean()).isFalse();
    assertThat(
            ((com.fasterxml.jackson.databind.node.ObjectNode) after.deepCopy())
                .put("version", 1)
                .put("consentToPublish", true))
        .isEqualTo(before);
    lookup(code).then().statusCode(200).body("state", equalTo("stored"));
  }

  @Test
  void isRepeatable() throws SQLException {
    for (int i = 0; i < 3; i++) {
      withdraw(code).then().statusCode(200).body("consentToPublish", equalTo(false));
    }
    assertThat(state(id)).isEqualTo("2 false");
    // Nor is there anything to take back where nobody agreed.
    UUID other = UUID.randomUUID();
    withdraw(Feedback.send(key, Feedback.document(other, "Fine.")).path("receiptCode"))
        .then()
        .statusCode(200);
    assertThat(state(other)).isEqualTo("1 false");
  }

  /** A kiosk that sends the same again has not agreed again. */
  @Test
  void staysTakenBackWhenTheSameIsSentAgain() throws SQLException {
    withdraw(code);
    Feedback.send(key, agreed(id)).then().statusCode(200).body("receiptCode", equalTo(code));
    assertThat(state(id)).isEqualTo("2 false");
  }

  @Test
  void changesNothingOfWhatWasErased() throws SQLException {
    erase(code).then().statusCode(202);
    assertThat(state(id)).isEqualTo("2 false");
    for (int i = 0; i < 2; i++) {
      withdraw(code)
          .then()
          .statusCode(200)
          .body("state", equalTo(lookup(code).path("state")))
          .body("consentToPublish", equalTo(false));
    }
    assertThat(state(id)).isEqualTo("2 false");
  }

  @Test
  void changesNothingOfWhatHasExpired() throws Exception {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE submission SET expired_at = now(), answers = '[]', version = 2"
                    + " WHERE id = ?")) {
      update.setObject(1, id);
      update.executeUpdate();
    }
    withdraw(code).then().statusCode(200).body("state", equalTo("expired"));
    assertThat(state(id)).isEqualTo("2 true");
  }

  @Test
  void isAnsweredAlikeForACodeThatSaysNothing() {
    String unknown = withdraw("0000-0000-0000-0002-2").then().statusCode(404).extract().asString();
    for (String malformed : new String[] {"", "x", "0000-0000-0000-0002-3", "0".repeat(500)}) {
      assertThat(withdraw(malformed).then().statusCode(404).extract().asString())
          .isEqualTo(unknown);
    }
    assertThat(lookup("x").then().statusCode(404).extract().asString()).isEqualTo(unknown);
  }

  @Test
  void isOfAllThatHasTheCodeAndNothingElse() throws SQLException {
    UUID other = UUID.randomUUID();
    Feedback.send(key, agreed(other)).then().statusCode(201);
    withdraw(code);
    assertThat(state(other)).isEqualTo("1 true");
  }

  /** Whichever comes first, it ends erased, and each change is a version of its own. */
  @Test
  void atTheSameTimeAsAnErasureItEndsErased() throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < ROUNDS; i++) {
        UUID each = UUID.randomUUID();
        String its = Feedback.send(key, agreed(each)).path("receiptCode");
        List<Callable<Integer>> both =
            List.of(() -> erase(its).statusCode(), () -> withdraw(its).statusCode());
        var answers = threads.invokeAll(both);
        assertThat(answers.get(0).get()).isEqualTo(202);
        assertThat(answers.get(1).get()).isEqualTo(200);
        assertThat(state(each)).isIn("2 false", "3 false");
        JsonNode fact = fact(each);
        assertThat(fact.path("reason").asText()).isEqualTo("receipt");
        assertThat(fact.path("version").asText() + " false").isEqualTo(state(each));
      }
    } finally {
      threads.shutdown();
    }
  }

  /** An erasure that waits for a withdrawal publishes the version after it, not the same again. */
  @Test
  void anErasureThatHadToWaitSeesWhatWasDoneMeanwhile() throws Exception {
    CompletableFuture<Response> erasure;
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      try (var change =
          other.prepareStatement(
              "UPDATE submission SET version = 2, consent_to_publish = false WHERE id = ?")) {
        change.setObject(1, id);
        change.executeUpdate();
      }
      erasure = CompletableFuture.supplyAsync(() -> erase(code));
      await().atMost(BOUND).until(() -> isWaitedFor(other));
      other.commit();
      other.setAutoCommit(true);
    }
    erasure.get().then().statusCode(202);
    assertThat(state(id)).isEqualTo("3 false");
    assertThat(fact(id).path("version").asInt()).isEqualTo(3);
  }

  private static boolean isWaitedFor(Connection other) throws SQLException {
    try (var waiting =
            other.prepareStatement(
                "SELECT count(*) FROM pg_locks WHERE NOT granted"
                    + " AND pg_backend_pid() = ANY (pg_blocking_pids(pid))");
        var row = waiting.executeQuery()) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  /** What is published of it now. */
  private JsonNode fact(UUID id) throws Exception {
    Feedback.as(TestTokens.admin());
    for (var standing :
        wardDays.facts(new WardDay("W01", DAY, ZoneId.of("Europe/London")), null, 100_000)) {
      JsonNode fact = json.readTree(standing.facts().get(0).payload());
      if (fact.path("submissionId").asText().equals(id.toString())) {
        return fact;
      }
    }
    throw new AssertionError("not published: " + id);
  }

  private String state(UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT version || ' ' || consent_to_publish FROM submission WHERE id = ?")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static Response withdraw(String code) {
    return ask(code, "withdraw-consent");
  }

  private static Response erase(String code) {
    return ask(code, "erase");
  }

  private static Response lookup(String code) {
    return ask(code, "lookup");
  }

  private static Response ask(String code, String what) {
    return given()
        .contentType("application/json")
        .body(Map.of("receiptCode", code))
        .post("/v1/receipts/" + what);
  }
}
