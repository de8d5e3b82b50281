package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a device asks and says about itself, and what an admin sees of that. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OwnDeviceIT {
  @Inject OwnDevice ownDevice;
  @Inject DeviceRepository devices;

  private String id;
  private String key;

  @BeforeEach
  void kiosk() {
    Feedback.directory();
    Response kiosk =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    id = kiosk.path("id");
    key = kiosk.path("key");
  }

  @Test
  void knowsWhereItStands() {
    me(key)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("ward.id", equalTo("W01"))
        .body("ward.name", equalTo("Ash Ward"))
        .body("overall", equalTo("Overall, how was your experience of our service?"))
        .body("questions.question", equalTo(List.of("good", "improve", "why")))
        .body("questions.texts.en", everyItem(notNullValue()))
        .body("languages", equalTo(List.of("en")))
        .body("key", nullValue());
    admin().body("{\"wardId\": \"W02\"}").post("/v1/devices/" + id + "/move");
    me(key).then().body("ward.id", equalTo("W02"));
    me(Feedback.importerKey())
        .then()
        .body("ward", nullValue())
        .body("kind", equalTo("importer"))
        .body("questions.question", equalTo(List.of("good", "improve", "why")));
  }

  @Test
  void asksWhatTheWardAsksWhereItStandsNow() {
    Map<String, String> both =
        Map.of("en", "What did we do well?", "cy", "Beth wnaethom ni'n dda?");
    List<Map<String, Object>> own =
        List.of(
            Map.of("question", "improve", "texts", Map.of("cy", "Beth allem ei wella?")),
            Map.of("question", "good", "texts", both));
    questions("W02", own);
    me(key).then().body("questions.question", equalTo(List.of("good", "improve", "why")));
    admin().body("{\"wardId\": \"W02\"}").post("/v1/devices/" + id + "/move");
    me(key)
        .then()
        .body("questions.question", equalTo(List.of("improve", "good")))
        .body("questions[1].texts", equalTo(Map.of("en", "What did we do well?")))
        .body("questions[0].texts", equalTo(Map.of("cy", "Beth allem ei wella?")));
    questions("W02", List.of());
    me(key).then().body("questions.question", equalTo(List.of("good", "improve", "why")));
  }

  private static void questions(String ward, List<Map<String, Object>> own) {
    admin()
        .body(Map.of("questions", own))
        .put("/v1/wards/" + ward + "/questions")
        .then()
        .statusCode(200);
  }

  @Test
  void isSeenAndSaysHowItDoes() {
    seen().then().body("health", nullValue());
    me(key).then().statusCode(200);
    seen().then().body("health.lastSeenAt", notNullValue()).body("health.queueLength", nullValue());
    String ahead = Instant.now().plus(Duration.ofMinutes(10)).toString();
    health("{\"clock\": \"" + ahead + "\", \"queueLength\": 41}")
        .then()
        .statusCode(200)
        .body("now", notNullValue());
    Response known = seen();
    known.then().body("health.queueLength", equalTo(41));
    assertThat(known.<Integer>path("health.clockSkewMillis")).isBetween(500_000, 600_000);
  }

  @Test
  void staysRevokedWhateverItSaysMeanwhile() {
    UUID device = UUID.fromString(id);
    Sender sender = new Sender(device, DeviceKind.KIOSK, "O01", List.of(), null);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(devices.findById(device).revokedAt).isNull();
              admin().post("/v1/devices/" + id + "/revoke").then().statusCode(200);
              ownDevice.report(sender, new HealthRequest(Instant.now(), 41L));
            });
    seen().then().body("revokedAt", notNullValue()).body("health.queueLength", equalTo(41));
  }

  @Test
  void isRefusedWhatCannotBe() {
    refused("{\"clock\": \"noon\", \"queueLength\": 0}", 422, "INVALID_TIME");
    refused("{\"clock\": \"+9999999-01-01T00:00:00Z\", \"queueLength\": 0}", 422, "INVALID_TIME");
    refused("{\"clock\": \"2026-10-05T09:15:30Z\", \"queueLength\": -1}", 422, "INVALID_VALUE");
    refused(
        "{\"clock\": \"2026-10-05T09:15:30Z\", \"queueLength\": 10000001}", 422, "INVALID_VALUE");
    refused("{\"queueLength\": 0}", 422, "MISSING_FIELD");
    refused("{\"clock\": \"2026-10-05T09:15:30Z\"}", 422, "MISSING_FIELD");
  }

  @Test
  void comparesWhatItSentWithWhatIsHeld() {
    reconciliation().then().body("received", equalTo(0)).body("ranges", empty());
    for (long sequence : new long[] {-3, 1, 2, 3, 3, 7, 9, 8}) {
      send(sequence);
    }
    Feedback.send(key, Feedback.document(UUID.randomUUID(), "without")).then().statusCode(201);
    Response held = reconciliation();
    held.then()
        .statusCode(200)
        .body("received", equalTo(8))
        .body("ranges", equalTo(ranges(-3, -3, 1, 3, 7, 9)))
        .body("gaps", equalTo(ranges(-2, 0, 4, 6)))
        .body("repeats", equalTo(List.of(Map.of("sequence", 3, "times", 2))))
        .body("complete", equalTo(true));
    assertThat(admin().get("/v1/devices/" + id + "/reconciliation").asString())
        .isEqualTo(held.asString());
  }

  @Test
  void takesTheLowestAndTheHighestNumber() {
    send(Long.MIN_VALUE);
    send(Long.MAX_VALUE);
    reconciliation()
        .then()
        .statusCode(200)
        .body("ranges.from", equalTo(List.of(Long.MIN_VALUE, Long.MAX_VALUE)))
        .body("gaps.to", equalTo(List.of(Long.MAX_VALUE - 1)));
  }

  @Test
  void isListedWithoutItsKey() {
    String first = admin().get("/v1/devices?limit=1").then().statusCode(200).extract().path("next");
    admin().get("/v1/devices?limit=200").then().body("items.id", hasItem(id));
    admin()
        .get("/v1/devices?limit=200&cursor=" + first)
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(first)))
        .body("items.key", everyItem(nullValue()));
    admin().get("/v1/devices?cursor=x").then().statusCode(400).body("code", equalTo("BAD_CURSOR"));
    admin()
        .get("/v1/devices?limit=201")
        .then()
        .statusCode(400)
        .body("code", equalTo("LIMIT_TOO_LARGE"));
  }

  @Test
  void isNobodyElses() {
    for (String path : new String[] {"", "/reconciliation"}) {
      for (String stranger : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
        admin().get("/v1/devices/" + stranger + path).then().statusCode(404);
      }
      Feedback.as(key).get("/v1/devices/" + id + path).then().statusCode(403);
      admin().get("/v1/devices/me" + path).then().statusCode(403);
    }
  }

  private void send(long sequence) {
    Feedback.send(
            key,
            Feedback.document(UUID.randomUUID(), "x")
                .replace("\"rating\"", "\"deviceSequence\": " + sequence + ", \"rating\""))
        .then()
        .statusCode(201);
  }

  private static List<Map<String, Integer>> ranges(int... ends) {
    List<Map<String, Integer>> ranges = new java.util.ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      ranges.add(Map.of("from", ends[i], "to", ends[i + 1]));
    }
    return ranges;
  }

  private void refused(String document, int status, String code) {
    health(document).then().statusCode(status).body("code", equalTo(code));
  }

  private Response health(String document) {
    return Feedback.as(key).body(document).post("/v1/devices/me/health");
  }

  private Response reconciliation() {
    return Feedback.as(key).get("/v1/devices/me/reconciliation");
  }

  private Response seen() {
    return admin().get("/v1/devices/" + id);
  }

  private static Response me(String key) {
    return Feedback.as(key).get("/v1/devices/me");
  }

  private static io.restassured.specification.RequestSpecification admin() {
    return Feedback.as(TestTokens.admin());
  }
}
