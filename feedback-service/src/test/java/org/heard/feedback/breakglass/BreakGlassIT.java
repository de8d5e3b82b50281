package org.heard.feedback.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.background.BackgroundWorks;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.StoredWords;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Raw words are read for an open alert and a reason, and never without a trace. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class BreakGlassIT {
  private static final String WORDS = "Come to bed 6 and ring 07700 900123, please.";
  private static final String REASON = "A person may be in danger tonight.";

  @Inject AnswerableAlerts alerts;
  @Inject RawAccessRepository records;
  @Inject BackgroundWorks works;
  @Inject StoredWords words;
  @Inject Vault vault;
  @Inject RawAccessSettings settings;
  @Inject ObjectMapper json;
  @Inject AgroalDataSource database;
  @Inject MeterRegistry meters;

  private final UUID id = UUID.randomUUID();
  private final String person = "handler-" + id;
  private String code;
  private String alert;
  private String handler;

  @BeforeEach
  void submission() {
    Feedback.directory();
    code =
        Feedback.send(Feedback.kioskKey("W01"), Feedback.document(id, WORDS))
            .then()
            .statusCode(201)
            .extract()
            .path("receiptCode");
    alert = alerts.raise(id, "mental-health");
    handler = TestTokens.alertHandler(person, "O01", "mental-health", "pals");
  }

  @AfterEach
  void back() {
    alerts.away(false);
  }

  @Test
  void showsWhatWasWrittenAndWhatWasTakenOut() throws SQLException {
    Instant before = Instant.now();
    Response read = read(handler, alert, REASON);
    read.then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("submissionId", equalTo(id.toString()))
        .body("alertId", equalTo(alert))
        .body("accessId", notNullValue())
        .body("answers", hasSize(1))
        .body("answers[0].question", equalTo("good"))
        .body("answers[0].text", equalTo(WORDS));
    assertThat(read.<String>path("answers[0].redacted"))
        .contains("please")
        .doesNotContain("07700", "bed 6");
    assertThat(Instant.parse(read.path("grantedUntil")))
        .isBetween(before.plus(Duration.ofMinutes(30)), Instant.now().plus(Duration.ofMinutes(30)));
    // The reason is read by a second person, and stands in no row as it is.
    assertThat(text("SELECT a::text FROM raw_access a WHERE id = ?", read.path("accessId")))
        .doesNotContain("danger")
        .doesNotContain("07700");
  }

  @Test
  void whatWaitsForAnotherLaneIsNotShown() {
    String other = alerts.raise(id, "pals", 1);
    read(handler, other, REASON)
        .then()
        .statusCode(200)
        .body("answers", hasSize(1))
        .body("answers[0].question", equalTo("good"))
        .body("answers[0].withheld", equalTo("IN_REVIEW"))
        .body("answers[0].text", nullValue())
        .body("answers[0].redacted", nullValue());
    String theirs = alerts.raise(id, "pals", 2);
    read(handler, theirs, REASON)
        .then()
        .body("answers[0].text", equalTo(WORDS))
        .body("answers[0].withheld", nullValue());
  }

  @Test
  void oneReasonDoesForHalfAnHourAndEveryReadingIsRecorded() {
    String first = read(handler, alert, REASON).path("accessId");
    assertThat(read(handler, alert, null).<String>path("accessId")).isEqualTo(first);
    assertThat(read(handler, alert, "Another reason as well.").<String>path("accessId"))
        .isEqualTo(first);
    list("").then().body(item(first) + ".readings", equalTo(3));
    list("").then().body(item(first) + ".reason", equalTo(REASON));
    Instant end = Instant.parse(read(handler, alert, null).path("grantedUntil"));
    assertThat(readAt(end.minusMillis(1), null).accessId()).hasToString(first);
    assertProblem(ErrorCode.MISSING_FIELD, () -> readAt(end, null));
    assertThat(readAt(end, "It is not over yet.").accessId().toString()).isNotEqualTo(first);
    // Another person's reason is no reason of mine.
    String other = TestTokens.alertHandler(person + "-2", "O01", "mental-health");
    read(other, alert, null).then().statusCode(422).body("code", equalTo("MISSING_FIELD"));
    assertThat(read(other, alert, REASON).<String>path("accessId")).isNotEqualTo(first);
  }

  @Test
  void anotherAlertOfTheSameSubmissionNeedsAReasonOfItsOwn() {
    read(handler, alert, REASON).then().statusCode(200);
    String second = alerts.raise(id, "pals");
    read(handler, second, null)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/reason"));
    read(handler, second, REASON).then().statusCode(200);
  }

  /** What one does at the same time is one access, and each reading of it counts. */
  @Test
  void atTheSameTimeThereIsOneAccess() throws Exception {
    var threads = Executors.newFixedThreadPool(6);
    try {
      Callable<String> reading = () -> read(handler, alert, REASON).path("accessId");
      Set<String> accesses = new HashSet<>();
      for (var each : threads.invokeAll(List.of(reading, reading, reading, reading, reading))) {
        accesses.add(each.get());
      }
      assertThat(accesses).hasSize(1);
      list("").then().body(item(accesses.iterator().next()) + ".readings", equalTo(5));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whateverIsNotTheirsIsNotThere() {
    UUID other = UUID.randomUUID();
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(other, WORDS));
    String unknown =
        read(handler, UUID.randomUUID() + "-1-1", REASON)
            .then()
            .statusCode(404)
            .extract()
            .asString();
    String ofAnotherSubmission = alerts.raise(other, "mental-health");
    String ofAnotherLane = alerts.raise(id, "safeguarding");
    String closed = alerts.raise(id, "mental-health");
    alerts.close(closed);
    for (String none :
        List.of(ofAnotherSubmission, ofAnotherLane, closed, "../holds/x", "a".repeat(101))) {
      assertThat(read(handler, none, REASON).then().statusCode(404).extract().asString())
          .as(none)
          .isEqualTo(unknown);
    }
    String stranger = TestTokens.alertHandler(person, "O02", "mental-health");
    String nobody = TestTokens.alertHandler(person, "O01");
    for (String token : List.of(stranger, nobody)) {
      assertThat(read(token, alert, REASON).then().statusCode(404).extract().asString())
          .isEqualTo(unknown);
    }
    for (String where : List.of("nonsense", id.toString().toUpperCase(java.util.Locale.ROOT))) {
      ask(handler, where, Map.of("alertId", alert, "reason", REASON)).then().statusCode(404);
    }
    assertThat(accesses()).isZero();
  }

  @Test
  void whatIsPutAsideIsNeverShown() {
    Response device = Feedback.register(Map.of("name", "lost", "kind", "kiosk", "wardId", "W01"));
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + device.path("id") + "/revoke");
    UUID aside = UUID.randomUUID();
    Feedback.send(device.path("key"), Feedback.document(aside, WORDS)).then().statusCode(202);
    String ofIt = alerts.raise(aside, "mental-health");
    ask(handler, aside.toString(), Map.of("alertId", ofIt, "reason", REASON))
        .then()
        .statusCode(404);
  }

  /** What is kept sealed for those who help is for them to read, until it is destroyed. */
  @Test
  void whatWasTakenBackIsThereAsLongAsItIsSealed() {
    Feedback.takeBack(code).body("state", equalTo("hidden-until"));
    read(handler, alert, REASON)
        .then()
        .statusCode(200)
        .body("answers[0].text", equalTo(WORDS))
        .body("answers[0].redacted", nullValue());
    QuarkusTransaction.requiringNew().run(() -> vault.destroy(List.of(id)));
    read(handler, alert, REASON).then().statusCode(404);
  }

  @Test
  void nobodyReadsWhileTheAlertCannotBeLookedUp() {
    alerts.away(true);
    read(handler, alert, REASON)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("UNAVAILABLE"));
    alerts.away(false);
    assertThat(accesses()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 422, TEXT_TOO_SHORT",
    "'              ', 422, TEXT_TOO_SHORT",
    "'  nine ch.   ', 422, TEXT_TOO_SHORT",
    "ten chars., 200,",
    "500, 200,",
    "501, 422, TEXT_TOO_LONG"
  })
  void theReasonHasALength(String reason, int status, String problem) {
    String said = reason.matches("50.") ? "x".repeat(Integer.parseInt(reason)) : reason;
    read(handler, alert, said).then().statusCode(status).body("code", equalTo(problem));
  }

  @Test
  void isAskedForInOneWay() {
    ask(handler, id.toString(), Map.of("reason", REASON))
        .then()
        .statusCode(422)
        .body("code", equalTo("MISSING_FIELD"));
    ask(handler, id.toString(), Map.of("alertId", alert, "reason", REASON, "x", 1))
        .then()
        .statusCode(422)
        .body("code", equalTo("UNKNOWN_FIELD"));
    ask(handler, id.toString(), Map.of("alertId", 7)).then().statusCode(400);
  }

  @Test
  void onePersonReadsSoOftenInAnHour() {
    Instant now = Instant.now();
    RawAccesses three = accesses(now, new Three());
    for (int i = 0; i < 3; i++) {
      readWith(accesses(now.plusSeconds(i), new Three()), REASON);
    }
    assertThatThrownBy(() -> readWith(three, REASON))
        .isInstanceOfSatisfying(
            ProblemException.class,
            limited -> {
              assertThat(limited.problem().code()).isEqualTo(ErrorCode.RATE_LIMITED);
              assertThat(limited.retryAfterSeconds()).hasValue(3600);
            });
    assertProblem(
        ErrorCode.RATE_LIMITED,
        () -> readWith(accesses(now.plusSeconds(3599), new Three()), REASON));
    assertThat(readWith(accesses(now.plusSeconds(3601), new Three()), REASON)).isNotNull();
    // Others are not held up.
    read(TestTokens.alertHandler(person + "-2", "O01", "mental-health"), alert, REASON)
        .then()
        .statusCode(200);
  }

  @Test
  void theSecondPersonIsAnother() {
    double unseen = unseen();
    String access = read(handler, alert, REASON).path("accessId");
    assertThat(unseen()).isEqualTo(unseen + 1);
    list("?state=unseen").then().body(item(access) + ".seenAt", nullValue());
    seen(TestTokens.person(person, "information-governance", "O01"), access)
        .then()
        .statusCode(409)
        .body("code", equalTo("SAME_PERSON"));
    seen(TestTokens.person("second", "information-governance", "O02"), access)
        .then()
        .statusCode(404);
    assertThat(unseen()).isEqualTo(unseen + 1);
    String second = TestTokens.person("second", "information-governance", "O01");
    Response first =
        seen(second, access)
            .then()
            .statusCode(200)
            .body("seenBy", equalTo("second"))
            .extract()
            .response();
    seen(TestTokens.person("third", "information-governance", "O01"), access)
        .then()
        .statusCode(200)
        .body("seenBy", equalTo("second"))
        .body("seenAt", equalTo(first.path("seenAt")));
    assertThat(unseen()).isEqualTo(unseen);
    list("?state=unseen").then().body(item(access), nullValue());
    list("").then().body(item(access) + ".seenBy", equalTo("second"));
    seen(second, UUID.randomUUID().toString()).then().statusCode(404);
    seen(second, "nonsense").then().statusCode(404);
  }

  @Test
  void theListSaysWhoAndWhyAndNoWords() {
    String access = read(handler, alert, REASON).path("accessId");
    Response list = list("");
    list.then()
        .statusCode(200)
        .body(item(access) + ".submissionId", equalTo(id.toString()))
        .body(item(access) + ".alertId", equalTo(alert))
        .body(item(access) + ".lane", equalTo("mental-health"))
        .body(item(access) + ".subject", equalTo(person))
        .body(item(access) + ".reason", equalTo(REASON))
        .body(item(access) + ".readings", equalTo(1))
        .body(item(access) + ".lastReadAt", notNullValue());
    assertThat(list.asString()).doesNotContain("07700", "bed 6");
    Feedback.as(TestTokens.person("second", "information-governance", "O02"))
        .get("/v1/raw-accesses?limit=200")
        .then()
        .body(item(access), nullValue());
  }

  /** In an organisation of which no other test here reads anything. */
  @Test
  void theListIsReadPageByPage() {
    UUID there = UUID.randomUUID();
    String document = Feedback.document(there, WORDS).replace("W01", "W09");
    Feedback.send(Feedback.kioskKey("W09"), document).then().statusCode(201);
    String theirs = TestTokens.alertHandler(person, "O02", "mental-health");
    List<String> accesses = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String each = alerts.raise(there, "mental-health");
      Map<String, Object> body = Map.of("alertId", each, "reason", REASON);
      accesses.add(0, ask(theirs, there.toString(), body).path("accessId"));
    }
    listOf("O02", "?limit=2")
        .then()
        .body("items.id", equalTo(accesses.subList(0, 2)))
        .body("total", equalTo(3))
        .body("next", equalTo(accesses.get(1)));
    listOf("O02", "?limit=2&cursor=" + accesses.get(1))
        .then()
        .body("items.id", equalTo(accesses.subList(2, 3)))
        .body("total", equalTo(3))
        .body("next", nullValue());
    for (String bad : List.of("x", UUID.randomUUID().toString())) {
      list("?cursor=" + bad).then().statusCode(400).body("code", equalTo("BAD_CURSOR"));
    }
    // Nor is another organisation's access a place in the list.
    list("?cursor=" + accesses.get(0)).then().statusCode(400);
    list("?limit=0").then().statusCode(400).body("code", equalTo("BAD_LIMIT"));
    list("?limit=201").then().statusCode(400).body("code", equalTo("LIMIT_TOO_LARGE"));
    list("?state=x").then().statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void theRecordOnlyGrows() {
    String access = read(handler, alert, REASON).path("accessId");
    seen(TestTokens.person("second", "information-governance", "O01"), access)
        .then()
        .statusCode(200);
    for (String change :
        List.of(
            "DELETE FROM raw_access",
            "DELETE FROM raw_reading",
            "DELETE FROM raw_access_seen",
            "TRUNCATE raw_access CASCADE",
            "TRUNCATE raw_reading",
            "TRUNCATE raw_access_seen",
            "UPDATE raw_access SET subject = 'nobody'",
            "UPDATE raw_access SET alert_id = 'x'",
            "UPDATE raw_access SET lane = 'x'",
            "UPDATE raw_access SET submission_id = submission_id",
            "UPDATE raw_access SET organisation_id = 'O02'",
            "UPDATE raw_access SET granted_at = now(), expires_at = now()",
            "UPDATE raw_reading SET read_at = now()",
            "UPDATE raw_access_seen SET subject = 'nobody'")) {
      assertStays(change);
    }
  }

  /** A reason may quote what was read, so it lasts no longer. */
  @Test
  void theReasonEndsWithTheWordsAndTheRecordStays() throws SQLException {
    String access = read(handler, alert, REASON).path("accessId");
    String dropped = "UPDATE raw_access SET reason = NULL, reason_key = NULL WHERE id = '%s'";
    assertStays(dropped.formatted(access));
    execute(
        "UPDATE submission SET received_at = received_at - interval '4 days' WHERE id = '%s'"
            .formatted(id));
    list("").then().body(item(access) + ".reason", equalTo(REASON));
    Feedback.takeBack(code).body("state", equalTo("erased"));
    assertThat(text("SELECT num_nulls(reason, reason_key) FROM raw_access WHERE id = ?", access))
        .isEqualTo("2");
    list("")
        .then()
        .statusCode(200)
        .body(item(access) + ".reason", nullValue())
        .body(item(access) + ".subject", equalTo(person))
        .body(item(access) + ".alertId", equalTo(alert))
        .body(item(access) + ".readings", equalTo(1));
    assertStays(
        "UPDATE raw_access SET reason = 'x', reason_key = 'tests' WHERE id = '%s'"
            .formatted(access));
  }

  /** So no reason comes to be while its words are destroyed, which would leave it for ever. */
  @Test
  void whatIsReadIsNotDestroyedInTheMiddleOfIt() {
    String lock = "SELECT 1 FROM sealed WHERE submission_id = '%s' FOR UPDATE NOWAIT".formatted(id);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(vault.open(id, Purpose.ANSWERS)).isPresent();
              assertThatThrownBy(() -> inAnotherTransaction(lock))
                  .hasStackTraceContaining("could not obtain lock");
            });
  }

  private void inAnotherTransaction(String sql) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              execute(sql);
              return null;
            });
  }

  @Test
  void theRecordEndsOnceItIsOldEnough() throws SQLException {
    String kept = read(handler, alert, REASON).path("accessId");
    List<UUID> old = new ArrayList<>();
    for (int day = 1094; day <= 1096; day++) {
      old.add(accessDaysAgo(day));
    }
    RawAccessEnd end = new RawAccessEnd(records, new Three(), Clock.systemUTC(), works);
    end.end();
    list("").then().body("items.id", hasItem(kept));
    for (String left :
        List.of(
            "SELECT count(*) FROM raw_access WHERE id = ?",
            "SELECT count(*) FROM raw_reading WHERE access_id = ?",
            "SELECT count(*) FROM raw_access_seen WHERE access_id = ?")) {
      assertThat(old)
          .extracting(access -> text(left, access.toString()))
          .containsExactly("1", "0", "0");
    }
  }

  private UUID accessDaysAgo(int days) throws SQLException {
    UUID access = UUID.randomUUID();
    execute(
        """
        INSERT INTO raw_access SELECT '%1$s', '%2$s', 'O01', 'x', 'pals', 'x', NULL, NULL,
          now() - interval '%3$d days', now() - interval '%3$d days';
        INSERT INTO raw_reading SELECT '%1$s', '%1$s', 'x', now() - interval '%3$d days';
        INSERT INTO raw_access_seen SELECT '%1$s', 'y', now();
        """
            .formatted(access, id, days));
    return access;
  }

  @Test
  void theRecordIsKeptForAYearAtLeast() {
    RawAccessSettings tooShort =
        new Three() {
          @Override
          public Duration keep() {
            return Duration.ofDays(365);
          }
        };
    assertThatThrownBy(() -> new RawAccessEnd(records, tooShort, Clock.systemUTC(), works))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("heard.raw-access.keep must be a year (P366D) at least");
  }

  private void assertStays(String change) {
    assertThatThrownBy(() -> execute(change))
        .as(change)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("stay as they are");
  }

  private static class Three implements RawAccessSettings {
    @Override
    public Duration lasts() {
      return Duration.ofMinutes(30);
    }

    @Override
    public int perHour() {
      return 3;
    }

    @Override
    public int minReason() {
      return 10;
    }

    @Override
    public int maxReason() {
      return 500;
    }

    @Override
    public Duration keep() {
      return Duration.ofDays(1095);
    }

    @Override
    public int endBatch() {
      return 1;
    }
  }

  private RawAccesses accesses(Instant now, RawAccessSettings with) {
    return new RawAccesses(records, words, vault, with, json, Clock.fixed(now, ZoneOffset.UTC));
  }

  private RawWordsView readAt(Instant now, String reason) {
    return readWith(accesses(now, settings), reason);
  }

  private RawWordsView readWith(RawAccesses accesses, String reason) {
    return accesses.read(
        new Alerts.Alert(alert, id, "mental-health", Set.of()),
        new RawAccessRequest(alert, reason),
        new RawAccesses.Reader(person, Set.of("O01")));
  }

  private static void assertProblem(ErrorCode code, Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
  }

  private Response read(String token, String alertId, String reason) {
    Map<String, Object> body = new HashMap<>(Map.of("alertId", alertId));
    if (reason != null) {
      body.put("reason", reason);
    }
    return ask(token, id.toString(), body);
  }

  private static Response ask(String token, String submission, Map<String, Object> body) {
    return Feedback.as(token).body(body).post("/v1/feedback/" + submission + "/raw-access");
  }

  private static Response list(String query) {
    String all = query.contains("=") ? query + "&" : "?";
    return listOf("O01", query.contains("limit") ? query : all + "limit=200");
  }

  private static Response listOf(String organisation, String query) {
    return Feedback.as(TestTokens.person("second", "information-governance", organisation))
        .get("/v1/raw-accesses" + query);
  }

  private static String item(String access) {
    return "items.find { it.id == '" + access + "' }";
  }

  private static Response seen(String token, String access) {
    return Feedback.as(token).post("/v1/raw-accesses/" + access + "/seen");
  }

  private double unseen() {
    return meters.get("heard.raw.access.unseen").gauge().value();
  }

  private long accesses() {
    return QuarkusTransaction.requiringNew().call(() -> records.count("submissionId = ?1", id));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql, String access) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, UUID.fromString(access));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
