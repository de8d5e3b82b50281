package org.heard.feedback.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.background.BackgroundWorks;
import org.heard.feedback.event.FeedbackTally;
import org.heard.feedback.submission.Removal;
import org.heard.feedback.submission.WardDay;
import org.heard.feedback.submission.WardDays;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken back is gone, and what must wait says so and waits no longer than it must. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ErasureIT {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration FOUR_DAYS = Duration.ofDays(4);

  @Inject AgroalDataSource database;
  @Inject Removal removal;
  @Inject ErasureRepository records;
  @Inject ErasureSettings settings;
  @Inject Vault vault;
  @Inject BackgroundWorks works;
  @Inject WardDays wardDays;
  @Inject AnswerableHolds holds;
  @Inject ObjectMapper json;

  private final UUID id = UUID.randomUUID();
  private String key;
  private String code;

  @BeforeEach
  void submission() {
    Feedback.directory();
    holds.away(false);
    key = Feedback.kioskKey("W01");
    code = Feedback.send(key, document(id)).then().statusCode(201).extract().path("receiptCode");
  }

  private static String document(UUID id) {
    return Feedback.document(id, "The one in bed 6 was kind. Ring 07700 900123.")
        .replace(
            "\"rating\"",
            "\"contact\": {\"name\": \"R. Reed\"}, \"demographics\": {\"ageBand\": \"85+\"},"
                + " \"language\": \"en\", \"respondent\": \"carer\", \"rating\"");
  }

  @Test
  void hidesAtOnceAndKeepsWhatIsSealedForThreeDays() throws SQLException {
    Instant receivedAt = Instant.parse(text("SELECT received_at FROM submission"));
    erase(code)
        .then()
        .statusCode(202)
        .body("state", equalTo("hidden-until"))
        .body("until", equalTo(receivedAt.plus(Duration.ofDays(3)).toString()));
    lookup(code).then().statusCode(200).body("state", equalTo("hidden-until"));
    assertThat(text("SELECT s::text FROM submission s"))
        .doesNotContain("kind")
        .doesNotContain("85+")
        .doesNotContain("carer")
        .doesNotContain("\"en\"");
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("2");
    // Just before its time nothing happens, then it is destroyed.
    destructionAt(receivedAt.plus(Duration.ofDays(3)).minusMillis(1)).destroyDue();
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("2");
    destructionAt(receivedAt.plus(Duration.ofDays(3))).destroyDue();
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("0");
    erase(code).then().statusCode(202).body("state", equalTo("erased")).body("size()", equalTo(1));
    lookup(code).then().statusCode(200).body("state", equalTo("erased"));
  }

  @Test
  void destroysAtOnceWhatIsOlder() throws SQLException {
    receivedAgo(FOUR_DAYS);
    erase(code).then().statusCode(202).body("state", equalTo("erased")).body("until", nullValue());
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("0");
  }

  @Test
  void waitsForAnAlertHoweverOldAndAsksDaily() throws SQLException {
    receivedAgo(FOUR_DAYS);
    holds.hold(id);
    String until =
        erase(code)
            .then()
            .statusCode(202)
            .body("state", equalTo("hidden-until"))
            .extract()
            .path("until");
    assertThat(Instant.parse(until))
        .isBetween(
            Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
    assertThat(text("SELECT answers FROM submission")).isEqualTo("[]");
    Instant nextDay = Instant.parse(until);
    destructionAt(nextDay).destroyDue();
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("2");
    holds.release(id);
    destructionAt(nextDay.plus(Duration.ofHours(23))).destroyDue();
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("2");
    destructionAt(nextDay.plus(Duration.ofHours(24))).destroyDue();
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("0");
  }

  @Test
  void takesWhoCannotBeAskedToHold() throws SQLException {
    receivedAgo(FOUR_DAYS);
    holds.away(true);
    erase(code).then().statusCode(202).body("state", equalTo("hidden-until"));
    Destruction later = destructionAt(Instant.now().plus(Duration.ofMinutes(16)));
    later.destroyDue();
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("2");
    assertThat(given().get("/q/health/ready").then().statusCode(200).extract().asString())
        .contains("destroying what was erased");
    holds.away(false);
    destructionAt(Instant.now().plus(Duration.ofMinutes(32))).destroyDue();
    assertThat(text("SELECT count(*) FROM sealed s")).isEqualTo("0");
  }

  @Test
  void publishesOnceInTheSameTransaction() throws SQLException {
    erase(code).then().statusCode(202);
    erase(code).then().statusCode(202);
    assertThat(text("SELECT version FROM submission")).isEqualTo("2");
    assertThat(text("SELECT count(*) FROM erasure s")).isEqualTo("1");
  }

  @Test
  void isNeverTakenInAgain() throws SQLException {
    Response first = lookup(code);
    erase(code);
    for (String again : new String[] {document(id), Feedback.document(id, "Other words.")}) {
      Feedback.send(key, again)
          .then()
          .statusCode(200)
          .body("id", equalTo(id.toString()))
          .body("receiptCode", nullValue())
          .body("receivedAt", equalTo(first.path("receivedAt")))
          .body("size()", equalTo(3));
    }
    assertThat(text("SELECT answers || version::text FROM submission")).isEqualTo("[]2");
    String line = document(id).replace("\n", " ") + "\n";
    assertThat(
            given()
                .header("Authorization", "Bearer " + key)
                .contentType("application/x-ndjson")
                .body(line.getBytes(StandardCharsets.UTF_8))
                .post("/v1/feedback/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .contains("\"duplicate\"");
  }

  /** Who saw a code learns a ward and a time, and reaches what has that code and nothing else. */
  @Test
  void tellsItsHolderNoWordsAndReachesNothingElse() throws SQLException {
    UUID other = UUID.randomUUID();
    String otherCode = Feedback.send(key, document(other)).path("receiptCode");
    for (Response answer : List.of(lookup(code), erase(code), lookup(code), erase(code))) {
      assertThat(answer.asString())
          .doesNotContain("kind", "bed", "07700", "Reed", id.toString(), other.toString());
    }
    lookup(otherCode).then().statusCode(200).body("state", equalTo("stored"));
    assertThat(text("SELECT count(*) FROM sealed s", other)).isEqualTo("2");
    // What may be needed to help somebody outlasts whoever wants it gone.
    assertThat(vault.open(id, Purpose.ANSWERS)).isPresent();
    String unknown = erase("0000-0000-0000-0002-2").then().statusCode(404).extract().asString();
    for (String malformed : new String[] {"", "x", "0000-0000-0000-0002-3", "0".repeat(500)}) {
      assertThat(erase(malformed).then().statusCode(404).extract().asString()).isEqualTo(unknown);
    }
  }

  @Test
  void takesBackAllThatHasTheCodeUnlessTooManyDo() throws SQLException {
    String shared = "7QK2-M0ZD-9XVA-4T8C-" + check("7QK2M0ZD9XVA4T8C");
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(UUID.randomUUID());
      sendWith(shared, ids.get(i));
    }
    erase(shared).then().statusCode(202);
    for (UUID each : ids) {
      assertThat(text("SELECT answers FROM submission", each)).isEqualTo("[]");
    }
    String everybodys = "7QK2-M0ZD-9XVA-4T8D-" + check("7QK2M0ZD9XVA4T8D");
    for (int i = 0; i < 11; i++) {
      if (i == 10) {
        lookup(everybodys).then().statusCode(200);
      }
      ids.add(UUID.randomUUID());
      sendWith(everybodys, ids.get(ids.size() - 1));
    }
    lookup(everybodys).then().statusCode(404);
    erase(everybodys).then().statusCode(404);
    assertThat(text("SELECT count(*) FROM sealed s", ids.get(12))).isEqualTo("2");
  }

  @Test
  void isProvedToThoseWhoMustProveIt() throws SQLException {
    String governance = TestTokens.withRole("information-governance");
    proof(governance, id).then().statusCode(404);
    Feedback.as(governance)
        .body(Map.of("submissionId", id, "reason", "objection"))
        .post("/v1/erasures")
        .then()
        .statusCode(202)
        .body("state", equalTo("hidden-until"));
    // The receipt's holder comes too late to be the reason.
    erase(code).then().statusCode(202);
    proof(governance, id)
        .then()
        .statusCode(200)
        .body("submissionId", equalTo(id.toString()))
        .body("reason", equalTo("objection"))
        .body("role", equalTo("information-governance"))
        .body("subject", equalTo("test-person"))
        .body("requestedAt", notNullValue())
        .body("until", notNullValue())
        .body("destroyedAt", nullValue());
    assertThat(text("SELECT s::text FROM erasure s")).doesNotContain("kind", "85+");
    proof(TestTokens.admin(), id).then().statusCode(403);
    proof(TestTokens.withRole("information-governance", "O02"), id).then().statusCode(404);
  }

  /** From the code that somebody brings to the id, and from the id to the proof. */
  @Test
  void isProvedFromAReceiptCode() {
    String governance = TestTokens.withRole("information-governance");
    // Whoever has nothing but the code is told no id, before or after.
    erase(code).then().statusCode(202).body("submissionIds", nullValue());
    String found =
        Feedback.as(governance)
            .body(Map.of("receiptCode", code, "reason", "objection"))
            .post("/v1/erasures")
            .then()
            .statusCode(202)
            .body("state", equalTo("hidden-until"))
            .body("submissionIds", equalTo(List.of(id.toString())))
            .body("copies", equalTo(List.of()))
            .extract()
            .path("submissionIds[0]");
    proof(governance, UUID.fromString(found))
        .then()
        .statusCode(200)
        .body("submissionId", equalTo(id.toString()))
        .body("reason", equalTo("receipt"));
  }

  @Test
  void isOfTheOwnOrganisationsOnly() throws SQLException {
    String stranger = TestTokens.withRole("admin", "O02");
    for (Map<String, Object> request :
        List.of(
            Map.<String, Object>of("submissionId", id, "reason", "admin"),
            Map.<String, Object>of("receiptCode", code, "reason", "admin"))) {
      Feedback.as(stranger).body(request).post("/v1/erasures").then().statusCode(404);
    }
    assertThat(text("SELECT version FROM submission")).isEqualTo("1");
    Feedback.as(TestTokens.admin())
        .body(Map.of("receiptCode", code, "reason", "admin"))
        .post("/v1/erasures")
        .then()
        .statusCode(202);
    assertThat(text("SELECT reason || role FROM erasure s")).isEqualTo("adminadmin");
  }

  @Test
  void aLegalHoldIsPlacedAndLiftedForWhoMay() {
    String governance = TestTokens.withRole("information-governance");
    // It is stored here, and analytics-service has not read of it yet.
    for (String method : new String[] {"PUT", "DELETE"}) {
      Feedback.as(governance)
          .request(method, "/v1/holds/" + id)
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("code", equalTo("UNAVAILABLE"));
    }
    Feedback.as(TestTokens.withRole("information-governance", "O02"))
        .put("/v1/holds/" + id)
        .then()
        .statusCode(404);
    Feedback.as(governance).put("/v1/holds/" + UUID.randomUUID()).then().statusCode(404);
    holds.hold(id);
    Feedback.as(governance)
        .put("/v1/holds/" + id)
        .then()
        .statusCode(200)
        .body("submissionId", equalTo(id.toString()))
        .body("legalHold", equalTo(true));
    Feedback.as(TestTokens.admin())
        .delete("/v1/holds/" + id)
        .then()
        .statusCode(200)
        .body("legalHold", equalTo(false));
    Feedback.as(governance).put("/v1/holds/nonsense").then().statusCode(404);
    holds.away(true);
    Feedback.as(governance)
        .put("/v1/holds/" + id)
        .then()
        .statusCode(503)
        .body("code", equalTo("UNAVAILABLE"));
    holds.away(false);
    holds.release(id);
  }

  @Test
  void itsProofSaysHowFarItIsElsewhere() {
    String governance = TestTokens.withRole("information-governance");
    erase(code).then().statusCode(202);
    proof(governance, id).then().statusCode(200).body("downstream", equalTo("waiting"));
    // Its words are gone there, and it still counts.
    holds.erased(id, "retention");
    proof(governance, id).then().body("downstream", equalTo("waiting"));
    holds.erased(id, "receipt");
    proof(governance, id).then().body("downstream", equalTo("done"));
    holds.away(true);
    proof(governance, id)
        .then()
        .statusCode(200)
        .body("reason", equalTo("receipt"))
        .body("downstream", equalTo("unknown"));
    holds.away(false);
    Feedback.as(governance)
        .get("/v1/erasures/" + id + "?copy=perhaps")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
    Feedback.as(governance).get("/v1/erasures/" + id + "?copy=true").then().statusCode(404);
  }

  @Test
  void isAskedForInOneWay() {
    ask("{\"reason\": \"admin\"}", 422, "MISSING_FIELD");
    ask("{\"submissionId\": \"" + id + "\"}", 422, "MISSING_FIELD");
    ask("{\"submissionId\": \"1-1-1-1-1\", \"reason\": \"admin\"}", 422, "INVALID_ID");
    ask("{\"submissionId\": \"" + id + "\", \"reason\": \"receipt\"}", 422, "INVALID_VALUE");
    ask(
        "{\"submissionId\": \"%s\", \"receiptCode\": \"x\", \"reason\": \"admin\"}".formatted(id),
        422,
        "INVALID_VALUE");
  }

  @Test
  void leavesTheTallyFromItsMomentOnAndIsSentAgainAsAnErasure() throws Exception {
    UUID kept = UUID.randomUUID();
    UUID gone = UUID.randomUUID();
    String wardKey = Feedback.kioskKey("W02");
    LocalDate day = LocalDate.parse("2026-03-11");
    for (UUID each : List.of(kept, gone)) {
      Feedback.send(
              wardKey, document(each).replace("W01", "W02").replace("2026-10-05", day.toString()))
          .then()
          .statusCode(201);
    }
    Instant before = Instant.now();
    Feedback.as(TestTokens.admin())
        .body(Map.of("submissionId", gone, "reason", "admin"))
        .post("/v1/erasures")
        .then()
        .statusCode(202);
    assertThat(tally(day, before).count()).isEqualTo(2);
    assertThat(tally(day, Instant.now()).count()).isEqualTo(1);
    assertThat(tally(day, Instant.now()).xor()).isEqualTo(kept.toString());
    // A day that nothing but an erasure has touched is told again, even one with nothing left.
    text(
        "UPDATE submission s SET received_at = received_at - interval '9 days' RETURNING id", gone);
    text(
        "UPDATE submission s SET received_at = received_at - interval '9 days' RETURNING id", kept);
    Feedback.as(TestTokens.admin())
        .body(Map.of("submissionId", kept, "reason", "admin"))
        .post("/v1/erasures");
    assertThat(tally(day, Instant.now()).count()).isZero();
    assertThat(tally(day, Instant.now()).xor()).isEqualTo(new UUID(0, 0).toString());

    var facts = wardDays.facts(new WardDay("W02", day, LONDON), null, 10);
    assertThat(facts).hasSize(2);
    for (var standing : facts) {
      assertThat(standing.facts()).hasSize(1);
      assertThat(standing.facts().get(0).topic()).isEqualTo("feedback.erased");
      JsonNode fact = json.readTree(standing.facts().get(0).payload());
      assertThat(fact.path("version").asInt()).isEqualTo(2);
      assertThat(fact.path("reason").asText()).isEqualTo("admin");
    }
  }

  private FeedbackTally tally(LocalDate day, Instant asOf) {
    return wardDays.tallies("W02", LONDON, Instant.now().minus(Duration.ofDays(8)), asOf).stream()
        .filter(found -> found.day().equals(day))
        .findFirst()
        .orElseThrow();
  }

  private static void ask(String body, int status, String problem) {
    Feedback.as(TestTokens.admin())
        .body(body)
        .post("/v1/erasures")
        .then()
        .statusCode(status)
        .body("code", equalTo(problem));
  }

  private static Response proof(String token, UUID id) {
    return Feedback.as(token).get("/v1/erasures/" + id);
  }

  private void sendWith(String receipt, UUID id) {
    Feedback.send(
            key,
            document(id).replace("\"rating\"", "\"receiptCode\": \"" + receipt + "\", \"rating\""))
        .then()
        .statusCode(201);
  }

  /** Crockford's check character. */
  private static char check(String body) {
    int value = 0;
    for (int i = 0; i < body.length(); i++) {
      value = (value * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(body.charAt(i))) % 37;
    }
    return "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U".charAt(value);
  }

  private Destruction destructionAt(Instant now) {
    return new Destruction(
        removal, records, vault, holds, settings, Clock.fixed(now, ZoneId.of("UTC")), works);
  }

  private void receivedAgo(Duration age) throws SQLException {
    text(
        "UPDATE submission s SET received_at = received_at - interval '%d seconds' RETURNING id"
            .formatted(age.toSeconds()));
  }

  private String text(String sql) throws SQLException {
    return text(sql, id);
  }

  /** The first column of the one row about this submission. */
  private String text(String sql, UUID id) throws SQLException {
    String column = sql.matches("(?s).*(sealed|erasure).*") ? "submission_id" : "id";
    String where = " WHERE " + column + " = '" + id + "'";
    int returning = sql.indexOf(" RETURNING");
    String asked =
        returning < 0
            ? sql + where
            : sql.substring(0, returning) + where + sql.substring(returning);
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(asked)) {
      row.next();
      Object value = row.getObject(1);
      return value instanceof Timestamp time ? time.toInstant().toString() : String.valueOf(value);
    }
  }

  private static Response erase(String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("receiptCode", code))
        .post("/v1/receipts/erase");
  }

  private static Response lookup(String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("receiptCode", code))
        .post("/v1/receipts/lookup");
  }
}
