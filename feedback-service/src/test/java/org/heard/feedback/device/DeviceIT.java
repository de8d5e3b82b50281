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
  void isRefusedOnceItsKeyIsRevoked() {
    Response kiosk = Feedback.register(Map.of("name", "k", "kind", "kiosk", "wardId", "W01"));
    String key = kiosk.path("key");
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "before")).then().statusCode(201);
    Feedback.as(TestTokens.admin())
        .post("/v1/devices/" + kiosk.path("id") + "/revoke")
        .then()
        .statusCode(200)
        .body("key", nullValue());
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "after"))
        .then()
        .statusCode(401)
        .body("code", equalTo("KEY_REVOKED"));
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
  void thatNobodyKnowsCannotBeRevoked() {
    for (String id : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
      Feedback.as(TestTokens.admin()).post("/v1/devices/" + id + "/revoke").then().statusCode(404);
    }
  }

  private static void refused(Map<String, Object> device, String code) {
    Feedback.register(device).then().statusCode(422).body("code", equalTo(code));
  }
}
