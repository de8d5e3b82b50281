package org.heard.feedback.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes with a revoked key may be a patient's words, or a thief's. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class QuarantineIT {
  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;

  private String device;
  private String key;

  @BeforeEach
  void revokedKiosk() {
    Feedback.directory();
    Response kiosk =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    device = kiosk.path("id");
    key = kiosk.path("key");
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "before")).then().statusCode(201);
    admin("POST", "/revoke").then().statusCode(200);
  }

  @Test
  void isKeptSealedAndApart() throws SQLException {
    UUID id = UUID.randomUUID();
    String document = Feedback.document(id, "Zebedee was kind.");
    for (int i = 0; i < 2; i++) {
      Feedback.send(key, document)
          .then()
          .statusCode(202)
          .body("id", equalTo(id.toString()))
          .body("quarantined", equalTo(true))
          .body("receiptCode", nullValue());
    }
    Feedback.send(key, document.replace("Zebedee", "Nobody"))
        .then()
        .statusCode(409)
        .body("code", equalTo("ID_REUSED"));
    admin("GET", "").then().statusCode(200).body("held", equalTo(1)).body("size()", equalTo(3));
    assertThat(count("SELECT count(*) FROM submission WHERE id = ?", id)).isZero();
    assertThat(count("SELECT count(*) FROM outbox WHERE subject = ?::text", id)).isZero();
    assertThat(
            count(
                "SELECT count(*) FROM quarantine q WHERE id = ? AND (q::text LIKE '%Zebedee%'"
                    + " OR q::text LIKE '%' || encode('Zebedee', 'hex') || '%')",
                id))
        .isZero();
  }

  @Test
  void isTakenInOnceReleased() throws SQLException {
    Response fresh = Feedback.register(Map.of("name", "n", "kind", "kiosk", "wardId", "W01"));
    String again = fresh.path("key");
    List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    for (int i = 0; i < 3; i++) {
      Feedback.send(key, full(ids.get(i), i)).then().statusCode(202);
    }
    // The second was sent again with a good key; the third's id was taken by other words.
    Feedback.send(again, full(ids.get(1), 1)).then().statusCode(201);
    Feedback.send(again, Feedback.document(ids.get(2), "other")).then().statusCode(201);
    admin("POST", "/release")
        .then()
        .statusCode(200)
        .body("released", equalTo(1))
        .body("duplicates", equalTo(0))
        .body("kept", equalTo(1));
    for (UUID id : ids) {
      assertThat(count("SELECT count(*) FROM submission WHERE id = ?", id)).isEqualTo(1);
    }
    assertThat(
            count(
                "SELECT count(*) FROM sealed WHERE purpose = 'contact' AND submission_id = ?",
                ids.get(0)))
        .isEqualTo(1);
    Feedback.send(again, full(ids.get(0), 0))
        .then()
        .statusCode(200)
        .body("receiptCode", notNullValue());
    admin("GET", "").then().body("held", equalTo(1));
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void isGoneOnceTheSameCameWithAGoodKey() throws SQLException {
    UUID id = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    Feedback.send(key, full(id, 1)).then().statusCode(202);
    Feedback.send(key, full(other, 1)).then().statusCode(202);
    Feedback.send(Feedback.kioskKey("W01"), full(id, 1)).then().statusCode(201);
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", other)).isEqualTo(1);
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void isGoneOnceItsSubmissionIsTakenBack() throws SQLException {
    UUID id = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    Feedback.send(key, full(id, 1)).then().statusCode(202);
    Feedback.send(key, full(other, 1)).then().statusCode(202);
    String code = Feedback.send(Feedback.kioskKey("W01"), full(id, 2)).path("receiptCode");
    // Other words under its id are not the same submission; an admin may still look at them.
    assertThat(counted()).isEqualTo(2);
    Feedback.takeBack(code);
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", other)).isEqualTo(1);
    assertThat(counted()).isEqualTo(1);
    Feedback.send(key, full(id, 1)).then().statusCode(200);
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
  }

  @Test
  void canBeTakenBackByItsReceipt() throws SQLException {
    UUID id = UUID.randomUUID();
    String code = ReceiptCode.derive(secrets, UUID.randomUUID());
    String document =
        full(id, 1).replace("\"rating\"", "\"receiptCode\": \"" + code + "\", \"rating\"");
    Feedback.send(key, document).then().statusCode(202);
    receipt("lookup", code)
        .then()
        .statusCode(200)
        .body("state", equalTo("stored"))
        .body("ward.id", equalTo("W01"));
    receipt("erase", code).then().statusCode(202).body("state", equalTo("erased"));
    assertTakenBack(id, document);
    receipt("lookup", code).then().statusCode(200).body("state", equalTo("erased"));
    receipt("erase", code).then().statusCode(202).body("state", equalTo("erased"));
  }

  /** Whoever knows an id, and has a revoked key, could put words of their own aside under it. */
  @Test
  void itsReceiptTakesNothingBackThatIsSomebodyElses() throws SQLException {
    for (boolean storedFirst : new boolean[] {false, true}) {
      UUID id = UUID.randomUUID();
      String code = ReceiptCode.derive(secrets, UUID.randomUUID());
      String putAside =
          full(id, 1).replace("\"rating\"", "\"receiptCode\": \"" + code + "\", \"rating\"");
      String theirs;
      if (storedFirst) {
        theirs = Feedback.send(Feedback.kioskKey("W01"), full(id, 2)).path("receiptCode");
        // Under an id that is stored nothing is put aside any more.
        Feedback.send(key, putAside).then().statusCode(409);
        receipt("erase", code).then().statusCode(404);
      } else {
        Feedback.send(key, putAside).then().statusCode(202);
        theirs = Feedback.send(Feedback.kioskKey("W01"), full(id, 2)).path("receiptCode");
        assertThat(counted()).isEqualTo(1);
        eraseAsStranger(code).then().statusCode(404);
        receipt("erase", code)
            .then()
            .statusCode(202)
            .body("state", equalTo("erased"))
            .body("size()", equalTo(1));
        assertGoneForItsHolder(code);
        proof(TestTokens.withRole("information-governance"), id)
            .then()
            .statusCode(200)
            .body("reason", equalTo("receipt"))
            .body("role", nullValue())
            .body("subject", nullValue())
            .body("copy", equalTo(true));
        eraseAsStranger(code).then().statusCode(404);
      }
      assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
      assertThat(counted()).isZero();
      assertThat(count("SELECT count(*) FROM erasure WHERE submission_id = ?", id)).isZero();
      receipt("lookup", theirs).then().statusCode(200).body("state", equalTo("stored"));
      receipt("erase", code).then().statusCode(storedFirst ? 404 : 202);
      assertThat(count("SELECT count(*) FROM sealed WHERE submission_id = ?", id)).isPositive();
    }
  }

  /** However often it is asked: it was there, and is not any more. */
  private static void assertGoneForItsHolder(String code) {
    for (int i = 0; i < 2; i++) {
      receipt("erase", code).then().statusCode(202).body("state", equalTo("erased"));
    }
    receipt("lookup", code)
        .then()
        .statusCode(200)
        .body("state", equalTo("erased"))
        .body("ward.id", equalTo("W01"));
    receipt("withdraw-consent", code).then().statusCode(200).body("state", equalTo("erased"));
  }

  /** Whoever stores other words under the id of a patient's copy, and has a code for them. */
  @Test
  void anothersReceiptLeavesItAndSoDoesARelease() throws SQLException {
    UUID id = UUID.randomUUID();
    String code = ReceiptCode.derive(secrets, UUID.randomUUID());
    Feedback.send(
            key, full(id, 1).replace("\"rating\"", "\"receiptCode\": \"" + code + "\", \"rating\""))
        .then()
        .statusCode(202);
    String others = Feedback.send(Feedback.kioskKey("W01"), full(id, 2)).path("receiptCode");
    for (int i = 0; i < 2; i++) {
      receipt("erase", others).then().statusCode(202);
    }
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isEqualTo(1);
    admin("POST", "/release")
        .then()
        .statusCode(200)
        .body("released", equalTo(0))
        .body("duplicates", equalTo(0))
        .body("kept", equalTo(1));
    assertThat(counted()).isEqualTo(1);
    receipt("lookup", code).then().statusCode(200).body("state", equalTo("stored"));
    assertGoneForItsHolder(code);
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
    assertThat(counted()).isZero();
  }

  /** Who has the right to an id takes back all that there is under it, whosever code it has. */
  @Test
  void itsIdTakesBackTheCopyToo() throws SQLException {
    UUID id = UUID.randomUUID();
    String code = ReceiptCode.derive(secrets, UUID.randomUUID());
    Feedback.send(
            key, full(id, 1).replace("\"rating\"", "\"receiptCode\": \"" + code + "\", \"rating\""))
        .then()
        .statusCode(202);
    String stored = Feedback.send(Feedback.kioskKey("W01"), full(id, 2)).path("receiptCode");
    receipt("erase", stored).then().statusCode(202).body("state", equalTo("hidden-until"));
    for (int i = 0; i < 2; i++) {
      Feedback.as(TestTokens.admin())
          .body(Map.of("submissionId", id, "reason", "objection"))
          .post("/v1/erasures")
          .then()
          .statusCode(202)
          .body("state", equalTo("hidden-until"));
      // That of the submission, whose holder was the first.
      proof(TestTokens.withRole("information-governance"), id)
          .then()
          .body("reason", equalTo("receipt"))
          .body("copy", equalTo(false));
      Feedback.as(TestTokens.withRole("information-governance"))
          .get("/v1/erasures/" + id + "?copy=true")
          .then()
          .statusCode(200)
          .body("reason", equalTo("objection"))
          .body("role", equalTo("admin"))
          .body("copy", equalTo(true))
          .body("downstream", equalTo("done"));
      assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
      assertThat(counted()).isZero();
      assertGoneForItsHolder(code);
    }
  }

  /** Another organisation stores its own words under the id, and has nothing to do with it. */
  @Test
  void theCopyIsProvedToItsOrganisationAlone() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.send(key, full(id, 1)).then().statusCode(202);
    Feedback.send(Feedback.kioskKey("W09"), full(id, 2).replace("W01", "W09"))
        .then()
        .statusCode(201);
    String governance = TestTokens.withRole("information-governance", "O01");
    proof(governance, id).then().statusCode(404);
    Instant before = Instant.now();
    for (String reason : new String[] {"objection", "admin"}) {
      Feedback.as(governance)
          .body(Map.of("submissionId", id, "reason", reason))
          .post("/v1/erasures")
          .then()
          .statusCode(202)
          .body("state", equalTo("erased"));
    }
    Response proof = proof(governance, id);
    proof
        .then()
        .statusCode(200)
        .body("submissionId", equalTo(id.toString()))
        .body("reason", equalTo("objection"))
        .body("role", equalTo("information-governance"))
        .body("subject", equalTo("test-person"))
        .body("state", equalTo("erased"))
        .body("until", nullValue())
        .body("destroyedAt", equalTo(proof.path("requestedAt")))
        .body("copy", equalTo(true));
    assertThat(Instant.parse(proof.path("requestedAt"))).isBetween(before, Instant.now());
    proof(TestTokens.withRole("information-governance", "O02"), id).then().statusCode(404);
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id = ?", id)).isPositive();
  }

  private static Response proof(String token, UUID id) {
    return Feedback.as(token).get("/v1/erasures/" + id);
  }

  private static Response eraseAsStranger(String code) {
    return Feedback.as(TestTokens.withRole("admin", "O02"))
        .body(Map.of("receiptCode", code, "reason", "admin"))
        .post("/v1/erasures");
  }

  @Test
  void canBeTakenBackByItsId() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.send(key, full(id, 1)).then().statusCode(202);
    Map<String, Object> request = Map.of("submissionId", id, "reason", "objection");
    Feedback.as(TestTokens.withRole("admin", "O02"))
        .body(request)
        .post("/v1/erasures")
        .then()
        .statusCode(404);
    assertThat(counted()).isEqualTo(1);
    Feedback.as(TestTokens.admin())
        .body(request)
        .post("/v1/erasures")
        .then()
        .statusCode(202)
        .body("state", equalTo("erased"));
    assertTakenBack(id, full(id, 1));
    Feedback.as(TestTokens.withRole("information-governance"))
        .get("/v1/erasures/" + id)
        .then()
        .statusCode(200)
        .body("reason", equalTo("objection"))
        .body("destroyedAt", notNullValue());
  }

  private void assertTakenBack(UUID id, String document) throws SQLException {
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id = ?", id)).isZero();
    assertThat(counted()).isZero();
    Feedback.send(Feedback.kioskKey("W01"), document)
        .then()
        .statusCode(200)
        .body("receiptCode", nullValue());
    assertThat(
            count(
                "SELECT count(*) FROM submission WHERE id = ? AND answers = '[]' AND rating IS NULL"
                    + " AND content_mac IS NULL AND erased_at <= received_at",
                id))
        .isEqualTo(1);
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id = ?", id)).isZero();
  }

  private static Response receipt(String door, String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("receiptCode", code))
        .post("/v1/receipts/" + door);
  }

  @Test
  void isReleasedInSeveralTransactions() throws SQLException {
    for (int i = 0; i < 205; i++) {
      Feedback.send(key, Feedback.document(UUID.randomUUID(), "x")).then().statusCode(202);
    }
    assertThat(counted()).isEqualTo(205);
    admin("POST", "/release").then().body("released", equalTo(205));
    admin("POST", "/release").then().body("released", equalTo(0));
    assertThat(counted()).isZero();
  }

  @Test
  void isDestroyedOnceRefusedAndNoMoreComesIn() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.send(key, Feedback.document(id, "x")).then().statusCode(202);
    admin("POST", "/refuse").then().statusCode(200).body("destroyed", equalTo(1));
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
    Feedback.send(key, Feedback.document(id, "x"))
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("KEY_REVOKED"));
    assertThat(count("SELECT count(*) FROM submission WHERE id = ?", id)).isZero();
    assertThat(count("SELECT count(*) FROM quarantine WHERE id = ?", id)).isZero();
    admin("GET", "").then().body("held", equalTo(0)).body("firstReceivedAt", nullValue());
  }

  @Test
  void holdsOnlyWhatIsValid() {
    String document = Feedback.document(UUID.randomUUID(), "x");
    Feedback.send(key, document.replace("W01", "W02")).then().statusCode(403);
    Feedback.send(key, document.replace("\"rating\": 2", "\"rating\": 8")).then().statusCode(422);
    admin("GET", "").then().body("held", equalTo(0));
  }

  @Test
  void isToldOfInABatch() {
    String line = Feedback.document(UUID.randomUUID(), "x").replace("\n", " ");
    Feedback.as(key)
        .contentType("application/x-ndjson")
        .body(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body(
            equalTo(
                "{\"line\":1,\"id\":\""
                    + id(line)
                    + "\",\"status\":\"accepted\",\"quarantined\":true}\n"));
  }

  @Test
  void isAllThatARevokedKeyCanDo() {
    for (String path :
        new String[] {
          "/v1/devices/me",
          "/v1/devices/me/reconciliation",
          "/v1/wards/W01/questions",
          "/v1/imports"
        }) {
      Feedback.as(key).get(path).then().statusCode(401).body("code", equalTo("KEY_REVOKED"));
    }
  }

  @Test
  void countsAmongTheSequenceNumbersHeld() {
    Feedback.send(
            key,
            Feedback.document(UUID.randomUUID(), "x")
                .replace("\"rating\"", "\"deviceSequence\": 7, \"rating\""))
        .then()
        .statusCode(202);
    Feedback.as(TestTokens.admin())
        .get("/v1/devices/" + device + "/reconciliation")
        .then()
        .body("received", equalTo(1))
        .body("ranges", equalTo(List.of(Map.of("from", 7, "to", 7))));
  }

  @Test
  void isNoRepeatOfWhatWasSentAgainWithTheNewKey() {
    Response kiosk = Feedback.register(Map.of("name", "n", "kind", "kiosk", "wardId", "W01"));
    Response rotated =
        Feedback.as(TestTokens.admin()).post("/v1/devices/" + kiosk.path("id") + "/rotate");
    String document =
        Feedback.document(UUID.randomUUID(), "x")
            .replace("\"rating\"", "\"deviceSequence\": 7, \"rating\"");
    Feedback.send(kiosk.path("key"), document).then().statusCode(202);
    Feedback.send(rotated.path("key"), document).then().statusCode(201);
    Feedback.as(rotated.path("key"))
        .get("/v1/devices/me/reconciliation")
        .then()
        .body("received", equalTo(1))
        .body("repeats", equalTo(List.of()));
  }

  @Test
  void isNobodyElsesToDecide() {
    for (String stranger : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
      device = stranger;
      admin("GET", "").then().statusCode(404);
      admin("POST", "/release").then().statusCode(404);
      admin("POST", "/refuse").then().statusCode(404);
    }
    Feedback.as(TestTokens.withRole("ward-leader"))
        .get("/v1/devices/" + device + "/quarantine")
        .then()
        .statusCode(403);
  }

  private static String full(UUID id, int number) {
    return Feedback.document(id, "Kind " + number)
        .replace(
            "\"rating\"",
            "\"contact\": {\"phone\": \"07700 900123\"}, \"demographics\": {\"sex\": \"female\"},"
                + " \"deviceSequence\": 4, \"language\": \"cy\", \"rating\"");
  }

  private static String id(String line) {
    return line.replaceAll(".*\"id\": \"([^\"]*)\".*", "$1");
  }

  private Response admin(String method, String action) {
    String path = "/v1/devices/" + device;
    return action.equals("/revoke")
        ? Feedback.as(TestTokens.admin()).post(path + action)
        : Feedback.as(TestTokens.admin()).request(method, path + "/quarantine" + action);
  }

  private int counted() throws SQLException {
    return count(
        "SELECT sum(quarantined) FROM device_key WHERE device_id = ?", UUID.fromString(device));
  }

  private int count(String question, UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var count = connection.prepareStatement(question)) {
      count.setObject(1, id);
      try (var row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
