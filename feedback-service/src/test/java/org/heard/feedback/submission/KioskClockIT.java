package org.heard.feedback.submission;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A kiosk that was moved and whose clock is wrong: what people wrote there is kept all the same.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KioskClockIT {
  private final Instant moved = Instant.now().minus(Duration.ofDays(10));
  private String key;

  @BeforeEach
  void moveAKiosk() {
    Feedback.directory();
    Response kiosk =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    key = kiosk.path("key");
    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "since", moved.toString()))
        .post("/v1/devices/" + kiosk.path("id") + "/move")
        .then()
        .statusCode(200);
  }

  @Test
  void aTimeThatIsNoneSaysNothingOfTheWard() {
    for (String time : new String[] {"1970-01-01T00:00:07Z", "2099-01-01T00:00:00Z"}) {
      send("W01", time).then().statusCode(201);
      send("W02", time).then().statusCode(201);
      send("W09", time).then().statusCode(403).body("code", equalTo("WARD_MISMATCH"));
    }
  }

  private Response send(String ward, Object authoredAt) {
    return Feedback.as(key)
        .body(
            Feedback.document(UUID.randomUUID(), "Calm and kind")
                .replace("W01", ward)
                .replace("2026-10-05T09:15:30+01:00", authoredAt.toString()))
        .post("/v1/feedback");
  }
}
