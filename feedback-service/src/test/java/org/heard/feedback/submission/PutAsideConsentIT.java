package org.heard.feedback.submission;

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
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who agreed before the key was revoked can take it back while the words are put aside. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PutAsideConsentIT {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int MAX_SHARED = 10;
  private static final LocalDate DAY = LocalDate.parse("2026-10-05");

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;
  @Inject WardDays wardDays;
  @Inject ObjectMapper json;

  private UUID id = UUID.randomUUID();
  private String code;
  private String device;
  private String key;

  @BeforeEach
  void putAside() {
    Feedback.directory();
    Response kiosk = Feedback.register(Map.of("name", "lost", "kind", "kiosk", "wardId", "W01"));
    device = kiosk.path("id");
    key = kiosk.path("key");
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + device + "/revoke");
    code = ReceiptCode.derive(secrets, UUID.randomUUID());
    Feedback.send(key, agreed("She was kind.")).then().statusCode(202);
  }

  private String agreed(String words) {
    return Feedback.document(id, words)
        .replace(
            "\"rating\"",
            "\"consentToPublish\": true, \"receiptCode\": \"%s\", \"rating\"".formatted(code));
  }

  @Test
  void itIsLetInWithoutTheAgreement() throws Exception {
    for (int i = 0; i < 2; i++) {
      withdraw(code)
          .then()
          .statusCode(200)
          .body("state", equalTo("stored"))
          .body("consentToPublish", equalTo(false));
    }
    // What the kiosk still has and sends again is no new agreement.
    Feedback.send(key, agreed("She was kind.")).then().statusCode(202);
    release().then().statusCode(200).body("released", equalTo(1));
    assertPublishedWithoutConsent();
    Feedback.send(Feedback.kioskKey("W01"), agreed("She was kind.")).then().statusCode(200);
    assertPublishedWithoutConsent();
  }

  @Test
  void nothingIsTakenBackUnlessSomebodyDoes() throws Exception {
    release().then().body("released", equalTo(1));
    assertThat(fact().path("consentToPublish").asBoolean()).isTrue();
    withdraw(code).then().statusCode(200);
    assertThat(fact().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void theSameFromAGoodKeyIsStoredWithoutTheAgreement() throws Exception {
    withdraw(code).then().statusCode(200);
    Feedback.send(Feedback.kioskKey("W01"), agreed("She was kind.")).then().statusCode(201);
    assertPublishedWithoutConsent();
    release().then().body("released", equalTo(0));
  }

  /** Whose a submission is says its own code, not the id that a copy has, too. */
  @Test
  void aCopyUnderAnothersIdReachesThatCopyOnly() throws Exception {
    String others = agreed("She was very kind.").replace(code, ReceiptCode.derive(secrets, id));
    Feedback.send(Feedback.kioskKey("W01"), others).then().statusCode(201);
    withdraw(code).then().statusCode(200);
    assertThat(fact().path("consentToPublish").asBoolean()).isTrue();
    assertThat(fact().path("version").asInt()).isEqualTo(1);
  }

  /** A client that reuses an id, with one code: there is what is stored, and a copy, of each. */
  @Test
  void aSubmissionAndItsCopyCountOnceAmongThoseThatShareACode() {
    String good = Feedback.kioskKey("W01");
    for (int i = 0; i < MAX_SHARED; i++) {
      Feedback.send(key, agreed("She was kind.")).then().statusCode(202);
      Feedback.send(good, agreed("She was very kind.")).then().statusCode(201);
      id = UUID.randomUUID();
    }
    ask("lookup", code).then().statusCode(200).body("state", equalTo("stored"));
    withdraw(code).then().statusCode(200).body("consentToPublish", equalTo(false));
    Feedback.send(good, agreed("She was kind.")).then().statusCode(201);
    for (String door : new String[] {"lookup", "withdraw-consent", "erase"}) {
      ask(door, code).then().statusCode(404);
    }
  }

  /** A release that is under way when the agreement is taken back sees that it is. */
  @Test
  void aReleaseThatHasToWaitLetsItInWithoutTheAgreement() throws Exception {
    CompletableFuture<Response> released;
    try (var withdrawing = database.getConnection();
        var mark =
            withdrawing.prepareStatement(
                "UPDATE quarantine SET consent_withdrawn = true WHERE id = ?")) {
      withdrawing.setAutoCommit(false);
      mark.setObject(1, id);
      mark.executeUpdate();
      released = CompletableFuture.supplyAsync(this::release);
      await().atMost(BOUND).until(this::somebodyWaits);
      withdrawing.commit();
      withdrawing.setAutoCommit(true);
    }
    released
        .get(BOUND.toSeconds(), TimeUnit.SECONDS)
        .then()
        .statusCode(200)
        .body("released", equalTo(1));
    assertPublishedWithoutConsent();
  }

  private boolean somebodyWaits() throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND datname = current_database() AND query ILIKE '%quarantine%'");
        var row = select.executeQuery()) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  /** In its first version: with the agreement it was published at no time. */
  private void assertPublishedWithoutConsent() throws Exception {
    for (JsonNode fact : List.of(fact(), firstPublished())) {
      assertThat(fact.path("consentToPublish").asBoolean()).isFalse();
      assertThat(fact.path("version").asInt()).isEqualTo(1);
    }
  }

  private JsonNode firstPublished() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Backends.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor("feedback.submitted").stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      List<JsonNode> found = new ArrayList<>();
      await()
          .pollInSameThread()
          .atMost(BOUND)
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                  JsonNode fact = json.readTree(record.value());
                  if (fact.path("submissionId").asText().equals(id.toString())) {
                    found.add(fact);
                  }
                }
                return !found.isEmpty();
              });
      return found.get(0);
    }
  }

  private JsonNode fact() throws Exception {
    for (var standing :
        wardDays.facts(new WardDay("W01", DAY, ZoneId.of("Europe/London")), null, 100_000)) {
      JsonNode fact = json.readTree(standing.facts().get(0).payload());
      if (fact.path("submissionId").asText().equals(id.toString())) {
        return fact;
      }
    }
    throw new AssertionError("not published: " + id);
  }

  private Response release() {
    return Feedback.as(TestTokens.admin()).post("/v1/devices/" + device + "/quarantine/release");
  }

  private static Response withdraw(String code) {
    return ask("withdraw-consent", code);
  }

  private static Response ask(String door, String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("receiptCode", code))
        .post("/v1/receipts/" + door);
  }
}
