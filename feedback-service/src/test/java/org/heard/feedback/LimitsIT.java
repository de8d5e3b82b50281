package org.heard.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits so tight that a test can cross them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(LimitsIT.Tight.class)
class LimitsIT {
  public static class Tight implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.ofEntries(
          Map.entry("heard.small-document.max-bytes", "1024"),
          Map.entry("heard.small-document.max-anonymous-bytes", "512"),
          Map.entry("heard.device.max-queue", "7"),
          Map.entry("heard.submission.max-json-tokens", "500"),
          Map.entry("heard.directory.max-bytes", "1024"),
          Map.entry("heard.directory.max-file-row-bytes", "256"),
          Map.entry("heard.receipts.per-second", "1"),
          Map.entry("heard.receipts.burst", "100"),
          Map.entry("heard.key-limit.per-second", "1"),
          Map.entry("heard.key-limit.burst", "3"),
          Map.entry("heard.sequences.max-rows", "2"),
          Map.entry("heard.quarantine.max-per-key", "2"),
          Map.entry("heard.fhir.max-issues", "2"),
          Map.entry("heard.fields.max-errors", "4"),
          Map.entry("heard.batch.max-line-errors", "3"),
          Map.entry("heard.pairing.per-second", "1"),
          Map.entry("heard.pairing.burst", "3"),
          Map.entry("heard.receipts.erase-per-second", "1"),
          Map.entry("heard.receipts.erase-burst", "3"),
          Map.entry("heard.receipts.withdraw-per-second", "1"),
          Map.entry("heard.receipts.withdraw-burst", "3"),
          Map.entry("heard.notice.per-second", "1"),
          Map.entry("heard.notice.burst", "3"));
    }
  }

  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void oneKeyMaySendSoMuch() {
    String key = Feedback.kioskKey("W01");
    assertLimited(() -> Feedback.send(key, Feedback.document(UUID.randomUUID(), "x")), 201);
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(UUID.randomUUID(), "x"))
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/receipts/lookup, nobody",
    "POST, /v1/receipts/erase, nobody",
    "POST, /v1/receipts/withdraw-consent, nobody",
    "POST, /v1/erasures, admin",
    "POST, /v1/events/redrive, admin",
    "POST, /v1/feedback/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4/raw-access, handler",
    "POST, /v1/devices, admin",
    "POST, /v1/devices/7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4/move, admin",
    "POST, /v1/devices/me/health, kiosk",
    "POST, /v1/devices/pair, nobody",
    "PUT, /v1/directory/wards/W01, admin",
    "PUT, /v1/wards/W01/questions, admin"
  })
  void aSmallDocumentHasSoManyBytes(String method, String path, String who) {
    String bearer =
        switch (who) {
          case "admin" -> TestTokens.admin();
          case "handler" -> TestTokens.alertHandler("handler", "O01", "mental-health");
          case "kiosk" -> Feedback.kioskKey("W01");
          default -> "x";
        };
    int most = who.equals("nobody") ? 512 : 1024;
    document(method, path, bearer, most).then().statusCode(not(413));
    document(method, path, bearer, most + 1)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("BODY_TOO_LARGE"))
        .body("detail", containsString(String.valueOf(most)));
  }

  /** At every door by which somebody's words come as JSON. */
  @ParameterizedTest
  @CsvSource({
    "application/json, /v1/feedback",
    "application/fhir+json, /v1/fhir/QuestionnaireResponse?ward=W01",
    "application/x-ndjson, /v1/feedback/batch",
    "application/jsonl;charset=utf-8, /v1/feedback/batch?name=tokens&map=text%3Dt&ward=W01",
  })
  void aDocumentHasSoManyTokens(String type, String door) {
    // The object, t and the list of it are five.
    for (int values : new int[] {495, 496}) {
      String answer =
          Feedback.as(Feedback.importerKey())
              .urlEncodingEnabled(false)
              .contentType(type)
              .body(
                  ("{\"t\": [7" + ",7".repeat(values - 1) + "]}\n")
                      .getBytes(StandardCharsets.UTF_8))
              .post(door)
              .asString();
      assertThat(answer.contains("TOO_MANY_VALUES")).as(answer).isEqualTo(values == 496);
    }
    given()
        .get("/q/openapi?format=json")
        .then()
        .body(
            "paths.'/v1/feedback'.post.responses.'400'.description",
            containsString("500 (`heard.submission.max-json-tokens`)"));
  }

  @Test
  void aDeviceMaySayThatSoManyWaitAndTheDescriptionSaysSo() {
    String kiosk = Feedback.kioskKey("W01");
    health(kiosk, 7).then().statusCode(200);
    health(kiosk, 8)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/queueLength"))
        .body("errors[0].code", equalTo("INVALID_VALUE"));
    given()
        .get("/q/openapi?format=json")
        .then()
        .body("components.schemas.HealthRequest.properties.queueLength.maximum", equalTo(7));
  }

  private static Response health(String kiosk, int waiting) {
    return Feedback.as(kiosk)
        .body("{\"clock\": \"2026-10-05T09:15:30Z\", \"queueLength\": " + waiting + "}")
        .post("/v1/devices/me/health");
  }

  /** An empty object of so many bytes, sent until nothing but its size can be in the way. */
  private static Response document(String method, String path, String bearer, int bytes) {
    return await()
        .until(
            () -> Feedback.as(bearer).body("{" + " ".repeat(bytes - 2) + "}").request(method, path),
            answer -> answer.statusCode() != 429);
  }

  @Test
  void aRowOfTheDirectoryHasSoManyBytes() {
    String name = "x".repeat(256);
    Feedback.as(TestTokens.admin())
        .contentType("text/csv")
        .body(("kind,id,name\nward,W77," + name + "\n").getBytes(StandardCharsets.UTF_8))
        .post("/v1/directory-imports")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("RECORD_TOO_LONG"));
  }

  @Test
  void oneKeyMayAskSoMuch() {
    String kiosk = Feedback.kioskKey("W01");
    assertLimited(() -> Feedback.as(kiosk).get("/v1/wards/W01/questions"), 200);
    String importer = Feedback.importerKey();
    assertLimited(() -> Feedback.as(importer).get("/v1/imports"), 200);
    Stream.generate(() -> Feedback.as(TestTokens.admin()).get("/v1/wards/W01/questions"))
        .limit(20)
        .forEach(answer -> answer.then().statusCode(200));
  }

  @Test
  void aResourceMayBeToldOfSoManyMistakesAndOneKeyMaySendSoManyOfThem() {
    String key = Feedback.kioskKey("W01");
    Supplier<Response> wrong =
        () ->
            Feedback.as(key)
                .contentType("application/fhir+json")
                .body(
                    "{\"resourceType\": \"QuestionnaireResponse\", \"a\": 1, \"b\": 1, \"c\": 1}"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/fhir/QuestionnaireResponse");
    wrong.get().then().statusCode(422).body("issue.size()", equalTo(2));
    Response limited =
        Stream.generate(wrong)
            .limit(20)
            .filter(answer -> answer.statusCode() == 429)
            .findFirst()
            .orElseThrow();
    limited
        .then()
        .header("Retry-After", "1")
        .contentType("application/fhir+json")
        .body("issue[0].code", equalTo("throttled"))
        .body("issue[0].details.coding[0].code", equalTo("RATE_LIMITED"));
  }

  @Test
  void soManyMistakesOfADocumentAreToldAndTheDescriptionSaysSo() {
    Feedback.send(
            Feedback.kioskKey("W01"),
            "{\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"e\": 1, \"f\": 1}")
        .then()
        .statusCode(422)
        .body("errors.size()", equalTo(4));
    given()
        .get("/q/openapi?format=json")
        .then()
        .body(
            "components.schemas.Problem.properties.errors.description",
            containsString("the first 4 (`heard.fields.max-errors`)"));
  }

  @Test
  void ofALineOfABatchFewerMistakesAreTold() {
    String result =
        Feedback.as(Feedback.importerKey())
            .contentType("application/x-ndjson")
            .body("{\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1}\n".getBytes(StandardCharsets.UTF_8))
            .post("/v1/feedback/batch")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(result.split("\"pointer\"", -1)).hasSize(1 + 3);
  }

  @Test
  void pairingCodesMayBeTriedSoOften() {
    assertLimited(() -> pair("7QK2M-0ZD9X"), 404);
    // What cannot be one is not tried, and a key is no guess.
    assertThat(Stream.generate(() -> pair("x")).limit(20))
        .allMatch(answer -> answer.statusCode() == 404);
    assertThat(Stream.generate(() -> open(Feedback.kioskKey("W01"))).limit(5))
        .allMatch(answer -> answer.statusCode() == 303);
    assertThat(Stream.generate(() -> open("7QK2M-0ZD9X")).limit(5))
        .anyMatch(answer -> answer.statusCode() == 429);
  }

  private static Response pair(String code) {
    return given()
        .contentType("application/json")
        .body("{\"code\": \"" + code + "\"}")
        .post("/v1/devices/pair");
  }

  private static Response open(String code) {
    return given()
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded")
        .formParam("code", code)
        .post("/paper/open");
  }

  @Test
  void aRevokedKeyMayPutSoMuchAside() {
    Response importer =
        Feedback.register(Map.of("name", "i", "kind", "importer", "organisationId", "O01"));
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + importer.path("id") + "/revoke");
    String three =
        Stream.generate(() -> Feedback.document(UUID.randomUUID(), "x").replace("\n", " "))
            .limit(3)
            .collect(Collectors.joining("\n"));
    List<String> results =
        Feedback.as(importer.path("key"))
            .contentType("application/x-ndjson")
            .body(three.getBytes(StandardCharsets.UTF_8))
            .post("/v1/feedback/batch")
            .asString()
            .lines()
            .toList();
    assertThat(results.subList(0, 2)).allMatch(line -> line.contains("\"quarantined\":true"));
    assertThat(results.get(2)).contains("\"rejected\"", "KEY_REVOKED");
  }

  /** What has no code that there is takes nothing from erasures and withdrawals. */
  @Test
  void receiptsMayBeUsedSoOften() {
    String key = Feedback.kioskKey("W01");
    for (String door : List.of("erase", "withdraw-consent")) {
      String code =
          Feedback.send(key, Feedback.document(UUID.randomUUID(), "x"))
              .then()
              .statusCode(201)
              .extract()
              .path("receiptCode");
      for (int i = 0; i < 5; i++) {
        useReceipt(door, "{\"receiptCode\": \"x\"}").then().statusCode(404);
        useReceipt(door, "{}").then().statusCode(422);
      }
      assertLimited(
          () -> useReceipt(door, "{\"receiptCode\": \"" + code + "\"}"),
          door.equals("erase") ? 202 : 200);
      // The page is another door to the same, and one limit is of both.
      if (!door.equals("erase")) {
        assertThat(
                Stream.generate(
                        () ->
                            given()
                                .formParam("receiptCode", code)
                                .post("/receipt/withdraw-consent"))
                    .limit(20))
            .allMatch(page -> page.contentType().equals("text/html;charset=UTF-8"))
            .anyMatch(page -> page.statusCode() == 429);
      }
    }
    assertThat(Stream.generate(() -> useReceipt("lookup", "{\"receiptCode\": \"x\"}")).limit(120))
        .allMatch(answer -> answer.statusCode() == 404 || answer.statusCode() == 429)
        .anyMatch(answer -> answer.statusCode() == 429);
    // Codes are guessed no faster at another door.
    for (String door : List.of("erase", "withdraw-consent")) {
      assertThat(Stream.generate(() -> useReceipt(door, "{\"receiptCode\": \"x\"}")).limit(20))
          .anyMatch(answer -> answer.statusCode() == 429);
    }
  }

  private static Response useReceipt(String door, String body) {
    return given().contentType("application/json").body(body).post("/v1/receipts/" + door);
  }

  @Test
  void noticesMayBeAskedForSoOften() {
    assertLimited(() -> given().get("/v1/notice"), 200);
  }

  @Test
  void aReconciliationSaysSoMuch() {
    String key = Feedback.importerKey();
    for (int sequence : new int[] {1, 3, 5}) {
      String document =
          Feedback.document(UUID.randomUUID(), "x")
              .replace("\"rating\"", "\"deviceSequence\": " + sequence + ", \"rating\"");
      await().until(() -> Feedback.send(key, document).statusCode() < 300);
    }
    await()
        .untilAsserted(
            () ->
                Feedback.as(key)
                    .get("/v1/devices/me/reconciliation")
                    .then()
                    .statusCode(200)
                    .body("ranges.from", equalTo(List.of(3, 5)))
                    .body("complete", equalTo(false)));
  }

  /** Of many at once three are let through, and those that a second brings back. */
  private static void assertLimited(Supplier<Response> request, int otherwise) {
    List<Response> answers = Stream.generate(request).limit(20).toList();
    assertThat(answers.subList(0, 3)).allMatch(answer -> answer.statusCode() == otherwise);
    assertThat(answers).anyMatch(answer -> answer.statusCode() == 429);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != otherwise)
        .allSatisfy(
            answer ->
                answer
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "1")
                    .contentType("application/problem+json")
                    .body("code", equalTo("RATE_LIMITED")));
  }
}
