package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DeviceIT {
  @Inject AgroalDataSource database;

  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void getsAKeyThatIsNotStored() throws SQLException {
    Response kiosk = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"));
    kiosk.then().statusCode(201).body("organisationId", equalTo("O01"));
    String key = kiosk.path("key");
    assertThat(key).matches("hk_dev_[A-Za-z0-9_-]{43}");
    try (var connection = database.getConnection();
        var dump =
            connection.prepareStatement("SELECT count(*) FROM device d WHERE d::text LIKE ?")) {
      dump.setString(1, "%" + key.substring(7) + "%");
      try (var row = dump.executeQuery()) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  @Test
  void isPutAsideOnceItsKeyIsRevoked() {
    Response kiosk = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"));
    String key = kiosk.path("key");
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "before")).then().statusCode(201);
    Feedback.as(TestTokens.admin())
        .post("/v1/devices/" + kiosk.path("id") + "/revoke")
        .then()
        .statusCode(200)
        .body("key", nullValue());
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "after")).then().statusCode(202);
  }

  @Test
  void getsANewKeyAndTheOldOneIsWorthless() {
    Response kiosk = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"));
    String old = kiosk.path("key");
    Feedback.send(old, Feedback.document(UUID.randomUUID(), "before")).then().statusCode(201);
    Response rotated = change(kiosk.path("id"), "rotate", "{}");
    rotated.then().statusCode(200).body("id", equalTo(kiosk.path("id")));
    String fresh = rotated.path("key");
    assertThat(fresh).matches("hk_dev_[A-Za-z0-9_-]{43}").isNotEqualTo(old);
    Feedback.send(old, Feedback.document(UUID.randomUUID(), "after")).then().statusCode(202);
    Feedback.send(fresh, Feedback.document(UUID.randomUUID(), "after")).then().statusCode(201);
  }

  @Test
  void thatIsRevokedStaysSo() {
    Response kiosk = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"));
    String revokedAt = change(kiosk.path("id"), "revoke", "{}").path("revokedAt");
    change(kiosk.path("id"), "revoke", "{}").then().body("revokedAt", equalTo(revokedAt));
    refused(change(kiosk.path("id"), "rotate", "{}"), 409, "DEVICE_REVOKED");
    refused(change(kiosk.path("id"), "move", "{\"wardId\": \"W02\"}"), 409, "DEVICE_REVOKED");
  }

  @Test
  void landsItsQueueOnTheWardsWhereItStood() {
    Response kiosk = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"));
    String key = kiosk.path("key");
    Feedback.send(key, written("W01", "2026-10-05T12:59:59Z")).then().statusCode(201);
    change(
            kiosk.path("id"),
            "move",
            "{\"wardId\": \"W02\", \"since\": \"2026-10-05T14:00:00+01:00\"}")
        .then()
        .statusCode(200)
        .body("wardId", equalTo("W02"));
    Feedback.send(key, written("W01", "2026-10-05T13:59:59+01:00")).then().statusCode(201);
    Feedback.send(key, written("W02", "2026-10-05T13:00:00Z")).then().statusCode(201);
    refused(Feedback.send(key, written("W01", "2026-10-05T13:00:00Z")), 403, "WARD_MISMATCH");
    refused(Feedback.send(key, written("W02", "2026-10-05T12:59:59Z")), 403, "WARD_MISMATCH");
    refused(Feedback.send(key, written("W02", "then")), 422, "INVALID_TIME");
    refused(Feedback.send(key, written("W09", "then")), 403, "WARD_MISMATCH");
  }

  @Test
  void thatWasMovedByMistakeIsMovedAgain() {
    Response kiosk = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"));
    String id = kiosk.path("id");
    move(id, "W02", "2026-10-05T13:00:00Z")
        .then()
        .body("wards.wardId", equalTo(List.of("W01", "W02")));
    move(id, "W02", "2030-01-01T00:00:00Z")
        .then()
        .body("wards.wardId", equalTo(List.of("W01", "W02", "W02")));
    move(id, "W01", "2026-10-05T13:00:00Z")
        .then()
        .body("wards.wardId", equalTo(List.of("W01", "W01")))
        .body("wards.since", equalTo(List.of("1970-01-01T00:00:00Z", "2026-10-05T13:00:00Z")));
    change(id, "move", "{\"wardId\": \"W02\"}")
        .then()
        .body("wardId", equalTo("W02"))
        .body("wards.wardId", equalTo(List.of("W01", "W01", "W02")));
  }

  @Test
  void isMovedOnlyWhereItMayStand() {
    String id = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01")).path("id");
    refused(move(id, "W09", "2026-10-05T13:00:00Z"), 422, "UNKNOWN_WARD");
    refused(move(id, "W99", "2026-10-05T13:00:00Z"), 422, "UNKNOWN_WARD");
    refused(move(id, "W02", "yesterday"), 422, "INVALID_TIME");
    refused(move(id, "W02", "+99999-10-05T13:00:00Z"), 422, "INVALID_TIME");
    refused(change(id, "move", "{}"), 422, "MISSING_FIELD");
    refused(change(id, "move", "{\"wardId\": \"W02\", \"to\": 1}"), 422, "UNKNOWN_FIELD");
    String importer =
        Feedback.register(Map.of("name", "i", "kind", "importer", "organisationId", "O01"))
            .path("id");
    refused(move(importer, "W02", "2026-10-05T13:00:00Z"), 409, "NOT_A_KIOSK");
  }

  private static Response move(String id, String ward, String since) {
    return change(id, "move", "{\"wardId\": \"" + ward + "\", \"since\": \"" + since + "\"}");
  }

  private static Response change(String id, String change, String body) {
    return Feedback.as(TestTokens.admin()).body(body).post("/v1/devices/" + id + "/" + change);
  }

  private static String written(String ward, String authoredAt) {
    return Feedback.document(UUID.randomUUID(), "x")
        .replace("W01", ward)
        .replace("2026-10-05T09:15:30+01:00", authoredAt);
  }

  private static void refused(Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void needsAWardOrAnOrganisationThatTheAdminHas() {
    refused(Map.of("name", "k", "kind", "kiosk", "wardId", "W99"), "UNKNOWN_WARD");
    refused(Map.of("name", "k", "kind", "importer", "organisationId", "O99"), "UNKNOWN_UNIT");
    refused(Map.of("name", "k", "kind", "kiosk"), "MISSING_FIELD");
    refused(Map.of("name", "k", "kind", "toaster"), "INVALID_VALUE");
    refused(Map.of("name", "k".repeat(101), "kind", "kiosk", "wardId", "W01"), "TEXT_TOO_LONG");
    refused(Map.of("name", "k", "kind", "kiosk", "wardId", "W01", "x", 1), "UNKNOWN_FIELD");
  }

  @Test
  void isForAdmins() {
    for (String token :
        new String[] {TestTokens.withRole("ward-leader"), Feedback.kioskKey("W01")}) {
      Feedback.as(token)
          .body(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"))
          .post("/v1/devices")
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
    }
  }

  @Test
  void thatNobodyKnowsCannotBeChanged() {
    for (String id : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
      for (String change : new String[] {"revoke", "rotate", "move"}) {
        refused(change(id, change, "{\"wardId\": \"W01\"}"), 404, "NOT_FOUND");
      }
    }
  }

  private static void refused(Map<String, Object> device, String code) {
    Feedback.register(device).then().statusCode(422).body("code", equalTo(code));
  }
}
