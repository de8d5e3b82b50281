package org.heard.feedback.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PairingIT {
  @Inject AgroalDataSource database;

  private Response kiosk;

  @BeforeEach
  void kiosk() {
    Feedback.directory();
    kiosk = Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
  }

  @Test
  void givesAKioskItsKey() {
    Response code = code(kiosk.path("id"));
    code.then()
        .statusCode(201)
        .body("address", endsWith("/kiosk#pair=" + code.path("code")))
        .body("qr", startsWith("<svg"));
    String old = kiosk.path("key");
    Feedback.as(old).get("/v1/devices/me").then().statusCode(200);
    Response paired = pair(code.path("code"));
    paired
        .then()
        .statusCode(200)
        .body("id", equalTo(kiosk.path("id")))
        .body("wardId", equalTo("W01"));
    String key = paired.path("key");
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "x")).then().statusCode(201);
    Feedback.as(old).get("/v1/devices/me").then().statusCode(401);
  }

  @Test
  void worksOnce() throws Exception {
    String code = code(kiosk.path("id")).path("code");
    ExecutorService kiosks = Executors.newFixedThreadPool(4);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(kiosks.submit(() -> pair(code).statusCode()));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    kiosks.shutdown();
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
  }

  @Test
  void isAnsweredAlikeWhetherUnknownReplacedOrExpired() throws SQLException {
    String unknown = pair("00000-00000").then().statusCode(404).extract().asString();
    String replaced = code(kiosk.path("id")).path("code");
    String expired = code(kiosk.path("id")).path("code");
    assertThat(pair(replaced).then().statusCode(404).extract().asString()).isEqualTo(unknown);
    expire(kiosk.path("id"));
    assertThat(pair(expired).then().statusCode(404).extract().asString()).isEqualTo(unknown);
    String ofRevoked = code(kiosk.path("id")).path("code");
    admin("revoke").then().statusCode(200);
    assertThat(pair(ofRevoked).then().statusCode(404).extract().asString()).isEqualTo(unknown);
  }

  @Test
  void isWorthNothingOnceTheKeyIsReplaced() {
    String open = code(kiosk.path("id")).path("code");
    Response rotated = admin("rotate");
    rotated.then().statusCode(200);
    pair(open).then().statusCode(404);
    Feedback.as(rotated.path("key")).get("/v1/devices/me").then().statusCode(200);
    String next = code(kiosk.path("id")).path("code");
    pair(next).then().statusCode(200);
  }

  @Test
  void isForKiosksInUse() {
    String importer =
        Feedback.register(Map.of("name", "i", "kind", "importer", "organisationId", "O01"))
            .path("id");
    code(importer).then().statusCode(409).body("code", equalTo("NOT_A_KIOSK"));
    code(UUID.randomUUID().toString()).then().statusCode(404);
    admin("revoke");
    code(kiosk.path("id")).then().statusCode(409).body("code", equalTo("DEVICE_REVOKED"));
    ask("{\"code\": \"" + "0".repeat(41) + "\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("TEXT_TOO_LONG"));
    ask("{}").then().statusCode(422).body("code", equalTo("MISSING_FIELD"));
  }

  @Test
  void isNotStored() throws SQLException {
    String code = code(kiosk.path("id")).path("code");
    try (var connection = database.getConnection();
        var dump =
            connection.prepareStatement(
                "SELECT count(*) FROM pairing_code p WHERE replace(p::text, '-', '') LIKE ?")) {
      dump.setString(1, "%" + code.replace("-", "") + "%");
      try (var row = dump.executeQuery()) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  private void expire(String device) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE pairing_code SET expires_at = now() WHERE device_id = ?")) {
      update.setObject(1, UUID.fromString(device));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static Response code(String device) {
    return Feedback.as(TestTokens.admin()).post("/v1/devices/" + device + "/pairing-code");
  }

  private Response admin(String change) {
    return Feedback.as(TestTokens.admin()).post("/v1/devices/" + kiosk.path("id") + "/" + change);
  }

  private static Response pair(String code) {
    return ask("{\"code\": \"" + code + "\"}");
  }

  private static Response ask(String document) {
    return given().contentType("application/json").body(document).post("/v1/devices/pair");
  }
}
