package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SubmissionIT {
  private static String kiosk;
  private static String importer;

  @Inject io.agroal.api.AgroalDataSource database;

  @BeforeEach
  void devices() {
    if (kiosk == null) {
      Feedback.directory();
      kiosk = Feedback.kioskKey("W01");
      importer = Feedback.importerKey();
    }
  }

  @Test
  void isAcknowledgedOnceItIsStored() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.send(kiosk, Feedback.document(id, "Warm blanket at three in the morning."))
        .then()
        .statusCode(201)
        .body("id", equalTo(id.toString()))
        .body("receiptCode", matchesPattern("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]"))
        .body("receivedAt", matchesPattern("20..-.*Z"));
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void isStoredOnceHoweverOftenItIsSent() throws SQLException {
    UUID id = UUID.randomUUID();
    Response first = Feedback.send(kiosk, Feedback.document(id, "Kind and calm."));
    String spelledOtherwise =
        Feedback.document(id, "Kind \\u0061nd calm.").replace("T09:15:30+01:00", "T08:15:30Z");
    Feedback.send(kiosk, spelledOtherwise)
        .then()
        .statusCode(200)
        .body("receiptCode", equalTo(first.path("receiptCode")))
        .body("receivedAt", equalTo(first.path("receivedAt")));
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void isStoredOnceWhenSentAtTheSameTime() throws Exception {
    UUID id = UUID.randomUUID();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      answers.add(
          pool.submit(() -> Feedback.send(kiosk, Feedback.document(id, "At once.")).statusCode()));
    }
    List<Integer> codes = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      codes.add(answer.get());
    }
    pool.shutdown();
    assertThat(codes).containsOnly(200, 201).containsOnlyOnce(201);
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void keepsTheFirstContentOfAnId() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.send(kiosk, Feedback.document(id, "First.")).then().statusCode(201);
    refused(Feedback.send(kiosk, Feedback.document(id, "Second.")), 409, "ID_REUSED");
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void keepsTheClientsOwnReceipt() {
    String receipt =
        Feedback.send(kiosk, Feedback.document(UUID.randomUUID(), "x")).path("receiptCode");
    String document =
        Feedback.document(UUID.randomUUID(), "y")
            .replace(
                "\"rating\"",
                "\"receiptCode\": \""
                    + receipt.toLowerCase(java.util.Locale.ROOT)
                    + "\", \"rating\"");
    Feedback.send(kiosk, document).then().statusCode(201).body("receiptCode", equalTo(receipt));
  }

  @Test
  void sealsTheContactAndPutsItNowhereElse() throws SQLException {
    UUID id = UUID.randomUUID();
    String document =
        withContact(id, "{\"name\": \"Zebedee\", \"phone\": \"07700 900123\", \"email\": \" \"}");
    Feedback.send(kiosk, document).then().statusCode(201);
    Feedback.send(kiosk, document).then().statusCode(200);
    refused(Feedback.send(kiosk, document.replace("Zebedee", "Zeb")), 409, "ID_REUSED");
    assertThat(
            count(
                "SELECT count(*) FROM sealed WHERE purpose = 'contact' AND submission_id = ?", id))
        .isEqualTo(1);
    for (String row :
        new String[] {
          "submission t WHERE id = ?",
          "sealed t WHERE submission_id = ?",
          "outbox t WHERE subject = ?::text"
        }) {
      // Bytes in the form in which they are dumped, and as text.
      String plain =
          "SELECT count(*) FROM "
              + row
              + " AND (t::text ~ 'Zebedee|07700 900123'"
              + " OR t::text LIKE '%' || encode('Zebedee', 'hex') || '%')";
      assertThat(count(plain, id)).as(row).isZero();
    }
  }

  @Test
  void keepsNoEmptyContact() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.send(kiosk, withContact(id, "{\"name\": \" \", \"phone\": null}"))
        .then()
        .statusCode(201);
    assertThat(
            count(
                "SELECT count(*) FROM sealed WHERE purpose = 'contact' AND submission_id = ?", id))
        .isZero();
    Feedback.send(kiosk, Feedback.document(id, "x")).then().statusCode(200);
  }

  @Test
  void limitsTheContact() {
    String long201 = "{\"name\": \"" + "💙".repeat(201) + "\"}";
    refused(Feedback.send(kiosk, withContact(UUID.randomUUID(), long201)), 422, "TEXT_TOO_LONG")
        .then()
        .body("errors[0].pointer", equalTo("/contact/name"));
    Feedback.send(kiosk, withContact(UUID.randomUUID(), long201.replaceFirst("💙", "")))
        .then()
        .statusCode(201);
    refused(
        Feedback.send(kiosk, withContact(UUID.randomUUID(), "{\"fax\": \"1\"}")),
        422,
        "UNKNOWN_FIELD");
    refused(Feedback.send(kiosk, withContact(UUID.randomUUID(), "\"07700\"")), 400, "WRONG_TYPE");
  }

  private static String withContact(UUID id, String contact) {
    return Feedback.document(id, "x")
        .replace("\"rating\"", "\"contact\": " + contact + ", \"rating\"");
  }

  @Test
  void takesEveryBandAndNoOther() {
    String bands =
        "{\"ageBand\": \"85+\", \"sex\": \"other\", \"ethnicGroup\": \"mixed\", \"disability\":"
            + " \"yes\"}";
    Feedback.send(kiosk, withBands(bands)).then().statusCode(201);
    Feedback.send(kiosk, withBands(bands.replaceAll(": \"[^\"]*\"", ": \"not-said\"")))
        .then()
        .statusCode(201);
    refused(Feedback.send(kiosk, withBands(bands.replace("85+", "86"))), 422, "INVALID_VALUE")
        .then()
        .body("errors[0].pointer", equalTo("/demographics/ageBand"));
    refused(Feedback.send(kiosk, withBands("{\"age\": 86}")), 422, "UNKNOWN_FIELD");
  }

  private static String withBands(String bands) {
    return Feedback.document(UUID.randomUUID(), "x")
        .replace("\"rating\"", "\"demographics\": " + bands + ", \"rating\"");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "422 | UNKNOWN_FIELD        | \"rating\": 2, | \"rating\": 2, \"mood\": 1,",
        "422 | UNKNOWN_FIELD        | {\"question\": | {\"by\": \"me\", \"question\":",
        "422 | INVALID_RATING       | \"rating\": 2  | \"rating\": 7",
        "422 | INVALID_RATING       | \"rating\": 2  | \"rating\": 0",
        "422 | INVALID_RATING       | \"rating\": 2  | \"rating\": 2.5",
        "422 | INVALID_RATING       | \"rating\": 2  | \"rating\": 99999999999999999999",
        "400 | WRONG_TYPE           | \"rating\": 2  | \"rating\": \"2\"",
        "400 | WRONG_TYPE           | \"rating\": 2  | \"rating\": [2]",
        "400 | WRONG_TYPE           | \"good\"       | 7",
        "422 | INVALID_VALUE        | \"good\"       | \"best\"",
        "422 | INVALID_VALUE        | \"kiosk\"      | \"pigeon\"",
        "422 | MISSING_FIELD        | \"channel\": \"kiosk\", | ``",
        "422 | MISSING_FIELD        | \"kiosk\"      | null",
        "422 | INVALID_TIME         | 2026-10-05T09:15:30+01:00 | 2026-10-05 09:15",
        "422 | INVALID_TIME         | 2026-10-05T09:15:30+01:00 | 2026-10-05T09:15:30",
        "422 | INVALID_LANGUAGE     | \"rating\": 2, | \"rating\": 2, \"language\": \"e!\",",
        "422 | INVALID_RECEIPT_CODE | \"rating\": 2, | \"rating\": 2, \"receiptCode\":"
            + " \"0000-0000-0000-0000-1\",",
        "403 | WARD_MISMATCH        | W01            | W02",
        "403 | WARD_MISMATCH        | W01            | NOWHERE",
        "400 | NUL_CHARACTER        | TEXT           | a\\u0000b",
        "400 | LONE_SURROGATE       | TEXT           | a\\ud83db",
        "400 | LONE_SURROGATE       | TEXT           | a\\udc99b",
        "400 | INVALID_JSON         | \"rating\": 2, | \"rating\": 2,,",
        "400 | INVALID_JSON         | \"rating\": 2, | \"rating\": 2, \"rating\": 2,",
      })
  void refusesWhatIsWrong(int status, String code, String from, String to) throws SQLException {
    UUID id = UUID.randomUUID();
    String valid = Feedback.document(id, "TEXT");
    String document = valid.replace(from, to == null ? "" : to);
    assertThat(document).as("the case changes the document").isNotEqualTo(valid);
    refused(Feedback.send(kiosk, document), status, code);
    assertThat(stored(id)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"W09", "W99"})
  void refusesAnImporterAWardItDoesNotHave(String ward) throws SQLException {
    UUID id = UUID.randomUUID();
    String document = Feedback.document(id, "x").replace("W01", ward);
    refused(Feedback.send(importer, document), 422, "UNKNOWN_WARD")
        .then()
        .body("errors[0].pointer", equalTo("/wardId"));
    assertThat(stored(id)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"W01, 1", "W09, 2", "W99, 2"})
  void namesAnUnknownWardTogetherWithAllElseThatIsWrong(String ward, int wrong) {
    String document =
        Feedback.document(UUID.randomUUID(), "x")
            .replace("W01", ward)
            .replace("\"rating\": 2", "\"rating\": 7");
    assertThat(document).contains("\"rating\": 7");
    assertThat(Feedback.send(importer, document).jsonPath().getList("errors.code", String.class))
        .contains("INVALID_RATING")
        .hasSize(wrong)
        .isSubsetOf("INVALID_RATING", "UNKNOWN_WARD");
  }

  @Test
  void refusesAnIdThatIsNoUuid() {
    String document = Feedback.document(UUID.randomUUID(), "x");
    refused(
        Feedback.send(kiosk, document.replaceFirst("\"id\": \"[^\"]*", "\"id\": \"41")),
        422,
        "INVALID_ID");
  }

  @Test
  void namesAllMistakesAtOnce() {
    String document =
        Feedback.document(UUID.randomUUID(), "x")
            .replace("\"rating\": 2", "\"rating\": 9, \"mood\": 1")
            .replace("\"kiosk\"", "\"pigeon\"");
    refused(Feedback.send(kiosk, document), 422, "VALIDATION_FAILED")
        .then()
        .body("errors.code", hasItem("INVALID_RATING"))
        .body("errors.code", hasItem("UNKNOWN_FIELD"))
        .body("errors.find { it.code == 'INVALID_VALUE' }.pointer", equalTo("/channel"));
  }

  @Test
  void refusesAnEmptySubmission() throws SQLException {
    UUID id = UUID.randomUUID();
    String document = Feedback.document(id, " \\u200b\\t").replace("\"rating\": 2,", "");
    refused(Feedback.send(kiosk, document), 422, "EMPTY_SUBMISSION");
    assertThat(stored(id)).isZero();
  }

  @Test
  void judgesNothingOfABlankAnswerButItsTypes() {
    for (String blank :
        List.of(
            "\"question\": \"nonsense\", \"text\": \" \"",
            "\"text\": \"\", \"bed\": 7",
            "\"question\": null, \"text\": null, \"bed\": {\"x\": []}")) {
      withAnswer(blank).then().statusCode(201);
    }
    for (String wrong :
        List.of(
            "\"question\": 7, \"text\": \" \"",
            "\"question\": \"why\", \"text\": 7",
            "\"question\": \"why\", \"text\": []")) {
      withAnswer(wrong).then().statusCode(400).body("code", equalTo("WRONG_TYPE"));
    }
    withAnswer("\"question\": \"nonsense\", \"text\": \"x\"")
        .then()
        .statusCode(422)
        .body("code", equalTo("INVALID_VALUE"));
  }

  private Response withAnswer(String answer) {
    String document = Feedback.document(UUID.randomUUID(), "x");
    return Feedback.send(kiosk, document.replace("[{", "[{" + answer + "}, {"));
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, 201",
    "\"UTF-8\", 201",
    "us-ascii, 201",
    "utf-16, 415",
    "iso-8859-1, 415",
    "no-such-charset, 415"
  })
  void takesNoDocumentInAnotherCharset(String charset, int status) throws Exception {
    HttpResponse<String> answer = sent("", "application/json;charset=" + charset);
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 415) {
      assertThat(answer.body()).contains("UNSUPPORTED_MEDIA_TYPE");
    }
  }

  @Test
  void takesLinesWhateverDefaultAClientPutsBehindTheirType() throws Exception {
    HttpResponse<String> answer = sent("/batch", "application/x-ndjson; charset=ISO-8859-1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("accepted");
  }

  private static HttpResponse<String> sent(String door, String type) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/v1/feedback" + door))
            .header("Authorization", "Bearer " + kiosk)
            .header("Content-Type", type)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Feedback.document(UUID.randomUUID(), "Calm").replace("\n", " ")))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void dropsBlankAnswersBeforeItCounts() {
    String blank = "{\"question\": \"why\", \"text\": \" \"},".repeat(10);
    String document = Feedback.document(UUID.randomUUID(), "x").replace("[{", "[" + blank + "{");
    Feedback.send(kiosk, document).then().statusCode(201);
  }

  @Test
  void takesFiveAnswersAndRefusesSix() {
    String four = "{\"question\": \"why\", \"text\": \"a\"},".repeat(4);
    String document = Feedback.document(UUID.randomUUID(), "x").replace("[{", "[" + four + "{");
    Feedback.send(kiosk, document).then().statusCode(201);
    String five = document.replace("[{", "[{\"question\": \"good\", \"text\": \"b\"},{");
    refused(Feedback.send(kiosk, five), 422, "TOO_MANY_ANSWERS");
  }

  @Test
  void countsTextInCodePoints() throws SQLException {
    UUID tooLong = UUID.randomUUID();
    Feedback.send(kiosk, Feedback.document(UUID.randomUUID(), "💙".repeat(4000)))
        .then()
        .statusCode(201);
    refused(
        Feedback.send(kiosk, Feedback.document(tooLong, "💙".repeat(4001))), 422, "TEXT_TOO_LONG");
    assertThat(stored(tooLong)).isZero();
  }

  @Test
  void takesControlCharactersExceptNul() {
    Feedback.send(kiosk, Feedback.document(UUID.randomUUID(), "a\\n\\t\\u0001\\u001f\\u007f b"))
        .then()
        .statusCode(201);
  }

  @Test
  void refusesABodyThatIsTooLarge() throws SQLException {
    UUID id = UUID.randomUUID();
    String document = Feedback.document(id, "x") + " ".repeat(256 * 1024);
    refused(Feedback.send(kiosk, document), 413, "BODY_TOO_LARGE");
    String huge = Feedback.document(id, "x") + " ".repeat(4 * 1024 * 1024);
    refused(Feedback.send(kiosk, huge), 413, "BODY_TOO_LARGE");
    assertThat(stored(id)).isZero();
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin1 =
        Feedback.document(UUID.randomUUID(), "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    refused(Feedback.as(kiosk).body(latin1).post("/v1/feedback"), 400, "INVALID_JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null", "{", "{} {}", "\"x\""})
  void refusesWhatIsNotAnObject(String body) {
    Response answer = Feedback.as(kiosk).body(body).post("/v1/feedback");
    answer.then().statusCode(400).body("type", startsWith("urn:heard:problem:"));
  }

  @Test
  void refusesAnotherMediaType() throws SQLException {
    UUID id = UUID.randomUUID();
    String document = Feedback.document(id, "x");
    refused(
        Feedback.as(kiosk).contentType("text/plain").body(document).post("/v1/feedback"),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    assertThat(stored(id)).isZero();
  }

  @Test
  void refusesAWrongKey() throws SQLException {
    UUID id = UUID.randomUUID();
    String document = Feedback.document(id, "x");
    refused(Feedback.send("hk_dev_" + "A".repeat(43), document), 401, "UNAUTHORIZED");
    refused(Feedback.send("hk_imp_", document), 401, "UNAUTHORIZED");
    refused(Feedback.send("nonsense", document), 401, "UNAUTHORIZED");
    refused(
        io.restassured.RestAssured.given()
            .contentType("application/json")
            .body(document)
            .post("/v1/feedback"),
        401,
        "UNAUTHORIZED");
    assertThat(stored(id)).isZero();
  }

  private static Response refused(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("type", startsWith("urn:heard:problem:"));
    return answer;
  }

  private int stored(UUID id) throws SQLException {
    return count("SELECT count(*) FROM submission WHERE id = ?", id);
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
