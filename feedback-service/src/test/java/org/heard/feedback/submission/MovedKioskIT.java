package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.fhir.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A kiosk stores something, its answer is lost, it is moved with a date before what was written,
 * and it sends the same again.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class MovedKioskIT {
  private final UUID id = UUID.randomUUID();
  private final String document = Feedback.document(id, "Calm and kind");
  private String device;
  private String key;

  @BeforeEach
  void kiosk() {
    Feedback.directory();
    Response kiosk =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    device = kiosk.path("id");
    key = kiosk.path("key");
  }

  @Test
  void whatIsStoredIsARepeatWhereverTheKioskStandsNow() {
    Response first = Feedback.send(key, document);
    first.then().statusCode(201);
    move();
    Response again = Feedback.send(key, document);
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    refused(document.replace("Calm", "Loud"), 409, "ID_REUSED");
    refused(document.replace("W01", "W09"), 403, "WARD_MISMATCH");
  }

  @Test
  void soItIsInABatch() {
    Feedback.send(key, document).then().statusCode(201);
    move();
    String foreign = Feedback.document(UUID.randomUUID(), "Calm and kind");
    String lines = document.replace("\n", " ") + "\n" + foreign.replace("\n", " ");
    String results =
        Feedback.as(key)
            .contentType("application/x-ndjson")
            .body(lines.getBytes(StandardCharsets.UTF_8))
            .post("/v1/feedback/batch")
            .asString();
    assertThat(results.lines().toList().get(0)).contains("\"duplicate\"");
    assertThat(results.lines().toList().get(1)).contains("\"WARD_MISMATCH\"");
  }

  @Test
  void soItIsByFhirWhereTheKioskNamesNoWard() {
    Response first = fhir(Resources.fullest(id));
    first.then().statusCode(201);
    move();
    Response again = fhir(Resources.fullest(id));
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    fhir(Resources.fullest(id).replace("Calm", "Loud")).then().statusCode(409);
    fhir(Resources.fullest(UUID.randomUUID())).then().statusCode(201);
  }

  /** Then the kiosk has one ward, as if it had never been moved. */
  @Test
  void soItIsByFhirAfterAMoveThatIsDatedToTheFirstDay() {
    Response first = fhir(Resources.fullest(id));
    first.then().statusCode(201);
    move("1970-01-01T00:00:00Z");
    Response again = fhir(Resources.fullest(id));
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    fhir(Resources.fullest(UUID.randomUUID())).then().statusCode(201);
  }

  @Test
  void aStrangersKioskLearnsNothing() {
    Feedback.send(Feedback.kioskKey("W01"), document).then().statusCode(201);
    move();
    String stored = refused(document, 403, "WARD_MISMATCH");
    String unknown =
        refused(Feedback.document(UUID.randomUUID(), "Calm and kind"), 403, "WARD_MISMATCH");
    assertThat(stored).isEqualTo(unknown);
  }

  @Test
  void whatWasPutAsideStaysThereOnce() {
    UUID resource = UUID.randomUUID();
    rotate();
    Feedback.send(key, document).then().statusCode(202);
    fhir(Resources.fullest(resource)).then().statusCode(202);
    move();
    Feedback.send(key, document).then().statusCode(202);
    fhir(Resources.fullest(resource)).then().statusCode(202);
    Feedback.as(TestTokens.admin())
        .get("/v1/devices/" + device + "/quarantine")
        .then()
        .body("held", equalTo(2));
    Feedback.as(TestTokens.admin())
        .post("/v1/devices/" + device + "/quarantine/release")
        .then()
        .body("released", equalTo(2));
  }

  private String refused(String sent, int status, String code) {
    Response answer = Feedback.send(key, sent);
    answer.then().statusCode(status).body("code", equalTo(code));
    return answer.asString();
  }

  private Response fhir(String resource) {
    return Feedback.as(key)
        .contentType("application/fhir+json")
        .body(resource.getBytes(StandardCharsets.UTF_8))
        .post("/v1/fhir/QuestionnaireResponse");
  }

  /** What comes with the key before is put aside. */
  private void rotate() {
    Feedback.as(TestTokens.admin())
        .post("/v1/devices/" + device + "/rotate")
        .then()
        .statusCode(oneOf(200, 201));
  }

  private void move() {
    move("2026-10-01T00:00:00Z");
  }

  private void move(String since) {
    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "since", since))
        .post("/v1/devices/" + device + "/move")
        .then()
        .statusCode(200);
  }
}
