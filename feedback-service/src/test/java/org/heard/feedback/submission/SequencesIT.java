package org.heard.feedback.submission;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers go up by one from 1: what is missing below the lowest is missing, too. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(SequencesIT.Few.class)
class SequencesIT {
  /** Few enough ranges to cross the limit. */
  public static class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("heard.sequences.max-rows", "2");
    }
  }

  private String key;

  @BeforeEach
  void kiosk() {
    Feedback.directory();
    key = Feedback.kioskKey("W01");
  }

  @Test
  void theFirstThatIsMissingIsAGap() {
    send(3, 4);
    reconciliation()
        .then()
        .body("ranges", equalTo(List.of(Map.of("from", 3, "to", 4))))
        .body("gaps", equalTo(List.of(Map.of("from", 1, "to", 2))))
        .body("complete", equalTo(true));
    send(1, 2);
    reconciliation().then().body("gaps", empty());
  }

  @Test
  void whoSendsNoNumbersHasNoGap() {
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "Calm")).then().statusCode(201);
    reconciliation().then().body("received", equalTo(0)).body("gaps", empty());
  }

  @Test
  void nothingIsSaidOfWhatIsCutOff() {
    send(2, 4, 6);
    reconciliation()
        .then()
        .body("gaps", equalTo(List.of(Map.of("from", 5, "to", 5))))
        .body("complete", equalTo(false));
  }

  private void send(int... numbers) {
    for (int number : numbers) {
      String document = Feedback.document(UUID.randomUUID(), "Calm");
      Feedback.send(
              key, document.replace("\"rating\"", "\"deviceSequence\": " + number + ", \"rating\""))
          .then()
          .statusCode(201);
    }
  }

  private Response reconciliation() {
    return Feedback.as(key).get("/v1/devices/me/reconciliation");
  }
}
