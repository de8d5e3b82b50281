package org.heard.suite.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.heard.suite.RunningSuite;
import org.heard.suite.checker.Databases;
import org.heard.suite.checker.VaultKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What patients said is planted by the single, the batch and the FHIR door, what is refused at all
 * of them, and then looked for wherever a suite writes or answers: it stands sealed in the record
 * and nowhere else.
 */
class CanariesIT {
  private static final String WARD = "W01";
  private static final String JSON = "application/json";
  private static final int GATEWAY = 0;
  private static final int FEEDBACK = 1;
  private static final int ANALYTICS = 2;
  private static final int KAFKA = 5;

  /** Of the requests below, so many at least are refused as a whole; a batch answers each line. */
  private static final int REFUSED = 35;

  @TempDir static Path folder;

  private static final Planting PLANTED = new Planting();
  private static final List<UUID> IDS = Stream.generate(UUID::randomUUID).limit(3).toList();
  private static final UUID PRAISING = UUID.randomUUID();

  private static RunningSuite suite;
  private static List<Secret> secrets;
  private static String kiosk;
  private static String importer;

  @BeforeAll
  static void plant() {
    suite = RunningSuite.start(folder.resolve("data"));
    kiosk = suite.device("day room", WARD);
    importer = suite.device("old system", WARD, "--importer");
    HttpResponse<String> sent =
        suite.ask(FEEDBACK, "POST", "/v1/feedback", kiosk, JSON, document(IDS.get(0)));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    String code = RunningSuite.parse(sent.body()).get("receiptCode").asText();
    batchAndFhir();
    praise();
    secrets = new ArrayList<>(PLANTED.all());
    secrets.add(new Secret("a receipt code", code));
    secrets.add(new Secret("a kiosk's key", kiosk));
    secrets.add(new Secret("an importer's key", importer));
    suite.ask(FEEDBACK, "POST", "/v1/receipts/lookup", null, JSON, receipt(code));
    String analyst = suite.token("quality-analyst");
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .until(() -> suite.gateway("/wards/W01/comments", analyst).get("total").asInt() == 4);
    // The ward's own leader is told a name in praise: that way, too, must leave nothing behind.
    JsonNode told =
        suite.gateway("/wards/W01/comments", suite.token("ward-leader", "--units", WARD));
    assertThat(told.toString())
        .contains(PLANTED.told.text())
        .doesNotContain(PLANTED.staff.text(), PLANTED.person.text());
  }

  private static void praise() {
    String praise =
        document(PRAISING)
            .replace(PLANTED.answer(), PLANTED.praise())
            .replace("\"rating\": 2", "\"rating\": 1");
    HttpResponse<String> sent = suite.ask(FEEDBACK, "POST", "/v1/feedback", kiosk, JSON, praise);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
  }

  private static void batchAndFhir() {
    HttpResponse<String> batch =
        suite.ask(
            FEEDBACK,
            "POST",
            "/v1/feedback/batch",
            importer,
            "application/x-ndjson",
            document(IDS.get(1)) + "\n");
    assertThat(batch.body()).contains("accepted");
    HttpResponse<String> fhir =
        suite.ask(
            FEEDBACK,
            "POST",
            "/v1/fhir/QuestionnaireResponse?ward=" + WARD,
            importer,
            "application/fhir+json",
            resource("\"valueString\": \"" + PLANTED.answer() + "\"", IDS.get(2).toString()));
    assertThat(fhir.statusCode()).as(fhir.body()).isEqualTo(201);
  }

  @AfterAll
  static void down() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void whatWasSaidIsSealedInTheRecord() throws Exception {
    VaultKeys vault = new VaultKeys(suite);
    List<List<String>> answers =
        new Databases(suite)
            .query(
                "feedback",
                "select submission_id, key_id, sealed from sealed where purpose = 'answers'"
                    + " and submission_id = any(?::uuid[])",
                row -> vault.texts(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)),
                (Object) IDS.stream().map(UUID::toString).toArray(String[]::new));
    assertThat(answers).hasSize(3).containsOnly(List.of(PLANTED.answer()));
  }

  @Test
  void noAnswerQuotesIt() {
    Haystack haystack = new Haystack(suite, secrets);
    List<String> quoting = new ArrayList<>();
    List<Integer> statuses = new ArrayList<>();
    for (Ask ask : refused()) {
      HttpResponse<String> answer = ask.put();
      statuses.add(answer.statusCode());
      assertThat(answer.statusCode()).as("%s: %s", ask, answer.body()).isLessThan(500);
      quoting.addAll(haystack.in(ask.toString(), answer.headers().map() + answer.body()));
    }
    assertThat(quoting).isEmpty();
    assertThat(statuses).filteredOn(status -> status >= 400).hasSizeGreaterThan(REFUSED);
  }

  @Test
  void nobodyFindsAPerson() {
    String analyst = suite.token("quality-analyst");
    for (Secret secret : secrets) {
      String q = URLEncoder.encode(secret.text(), StandardCharsets.UTF_8);
      HttpResponse<String> answer =
          suite.ask(GATEWAY, "GET", "/api/v1/wards/W01/comments?q=" + q, analyst, null, null);
      assertThat(answer.statusCode()).as(secret.name()).isEqualTo(200);
      JsonNode page = RunningSuite.parse(answer.body());
      assertThat(page.get("total").asInt()).as(secret.name()).isZero();
      assertThat(new Haystack(suite, secrets).in("an answer", answer.body())).isEmpty();
    }
    JsonNode all = suite.gateway("/wards/W01/comments", analyst);
    assertThat(new Haystack(suite, secrets).in("the analyst's list", all.toString())).isEmpty();
    assertThat(all.findValuesAsText("text"))
        .contains("Nurse [STAFF-1] was lovely.")
        .anyMatch(
            text ->
                Stream.of("Ask for Mrs [", "[PHONE]", "[EMAIL]", "[NHS-NUMBER]")
                    .allMatch(text::contains));
  }

  /** What is carried away as training data: the words, without who is named in them. */
  @Test
  void noExportHoldsIt() {
    String leader = suite.token("ward-leader", "--units", WARD);
    String analyst = suite.token("quality-analyst");
    HttpResponse<String> raised =
        suite.ask(
            GATEWAY,
            "POST",
            "/api/v1/wards/W01/comments/" + IDS.get(0) + "-1/dispute",
            leader,
            JSON,
            """
            {"kind": "missing", "layer": "compassion", "theme": "inclusion-and-fairness",
             "polarity": "absent", "evidence": {"start": 0, "end": 5}}
            """);
    assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
    String id = RunningSuite.parse(raised.body()).get("id").asText();
    HttpResponse<String> decided =
        suite.ask(
            GATEWAY,
            "POST",
            "/api/v1/corrections/" + id + "/decide",
            analyst,
            JSON,
            "{\"decision\": \"accept\"}");
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    HttpResponse<String> export =
        suite.ask(
            GATEWAY, "GET", "/api/v1/corrections/export?organisation=O01", analyst, null, null);
    assertThat(export.body()).contains("[STAFF-1] was lovely", "inclusion-and-fairness");
    assertThat(new Haystack(suite, secrets).in("the export", export.body())).isEmpty();
  }

  @Test
  void itStandsNowhere() throws Exception {
    refused().forEach(Ask::put);
    Haystack haystack = new Haystack(suite, secrets);
    List<String> found = new ArrayList<>(haystack.printed());
    found.addAll(haystack.kafka());
    found.addAll(haystack.database("analytics"));
    found.addAll(haystack.database("feedback"));
    found.addAll(haystack.files());
    assertThat(found).isEmpty();
  }

  /** A search that finds nothing proves nothing until it has found something. */
  @Test
  void whatIsPutWhereItIsLookedForIsFound() throws Exception {
    Secret control = new Planting().staff;
    Haystack haystack = new Haystack(suite, List.of(control));
    assertThat(haystack.files()).isEmpty();
    Path log = Files.writeString(suite.data("logs/control.log"), "INFO " + control.text() + "\n");
    assertThat(haystack.files()).containsExactly("a name of staff in logs/control.log");
    Files.delete(log);

    publish(control.text());
    assertThat(haystack.kafka())
        .containsExactlyInAnyOrder(
            "a name of staff in the key of canary.control-0@0",
            "a name of staff in the value of canary.control-0@0",
            "a name of staff in header said of canary.control-0@0");

    try (var connection = new Databases(suite).open("analytics");
        var statement = connection.createStatement()) {
      statement.execute("create table canary_control (words tsvector, bytes bytea)");
      statement.execute(
          "insert into canary_control values (to_tsvector('english', '%1$s'), null), (null, '%1$s')"
              .formatted(control.text()));
    }
    assertThat(haystack.database("analytics"))
        .containsExactly(
            "a name of staff in analytics.canary_control",
            "a name of staff in analytics.canary_control");
    assertThat(haystack.files())
        .as("the write-ahead log")
        .anyMatch(each -> each.contains("pg_wal"));
  }

  @Test
  void itIsRecognisedHoweverItIsWritten() {
    Secret secret = new Secret("it", "07700 900461");
    Haystack haystack = new Haystack(suite, List.of(secret));
    for (String written :
        List.of(
            "ring 07700 900461.",
            "07700900461",
            "\\x"
                + java.util.HexFormat.of()
                    .formatHex("a07700 900461b".getBytes(StandardCharsets.UTF_8)),
            base64("07700 900461"),
            base64("x07700 900461 x"),
            base64("xy07700 900461"),
            base64("xyz07700 900461 and more"))) {
      assertThat(haystack.in("here", written)).as(written).containsExactly("it in here");
    }
    assertThat(haystack.in("here", "07700 900462 " + base64("07700 900462"))).isEmpty();
  }

  private static String base64(String text) {
    return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void publish(String words) throws Exception {
    Map<String, Object> broker =
        Map.of("bootstrap.servers", "127.0.0.1:" + suite.port(KAFKA), "compression.type", "lz4");
    try (Admin admin = Admin.create(broker);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
      admin.createTopics(Set.of(new NewTopic("canary.control", 1, (short) 1))).all().get();
      ProducerRecord<String, String> record =
          new ProducerRecord<>("canary.control", words, "said " + words);
      record.headers().add("said", words.getBytes(StandardCharsets.UTF_8));
      producer.send(record).get();
    }
  }

  /** A request that holds what must not be repeated. */
  private record Ask(
      int port, String method, String path, String bearer, String type, String body) {

    HttpResponse<String> put() {
      return suite.ask(port, method, path, bearer, type, body);
    }

    @Override
    public String toString() {
      return "the answer to %s %s (%s)"
          .formatted(method, path.replaceAll("[?].*", "").replaceAll("Zq[a-z]+", "…"), type);
    }
  }

  private static List<Ask> refused() {
    List<Ask> asks = new ArrayList<>(atTheDoors());
    asks.addAll(ofReceiptsAndDevices());
    asks.addAll(ofTheReaders());
    return asks;
  }

  private static Ask to(int port, String path, String bearer, String type, String body) {
    return new Ask(port, "POST", path, bearer, type, body);
  }

  private static List<Ask> atTheDoors() {
    String word = PLANTED.refused.text();
    List<String> wrong =
        List.of(
            "{\"id\": " + word,
            "\"" + word + "\"",
            document(UUID.randomUUID()).replace("\"rating\": 2", "\"rating\": \"" + word + "\""),
            document(UUID.randomUUID()).replace("\"kiosk\"", "\"" + word + "\""),
            document(UUID.randomUUID()).replace("\"good\"", "\"" + word + "\""),
            document(UUID.randomUUID())
                .replace("\"rating\"", "\"x\": \"" + word + "\", \"rating\""),
            document(UUID.randomUUID()).replace("\"W01\"", "\"" + word + "\""),
            document(UUID.randomUUID()).replace("Nurse", word + " x".repeat(2500) + "\\u0000"),
            document(UUID.randomUUID())
                .replace(
                    "\"contact\"", "\"demographics\": {\"sex\": \"" + word + "\"}, \"contact\""),
            document(UUID.randomUUID())
                .replace("\"contact\": {", "\"contact\": {\"" + "fax\": \"" + word + "\", "),
            // The same id with other words.
            document(IDS.get(0)).replace("lovely", word));
    List<Ask> asks = new ArrayList<>();
    for (String body : wrong) {
      asks.add(to(FEEDBACK, "/v1/feedback", kiosk, JSON, body));
      asks.add(
          new Ask(
              FEEDBACK,
              "POST",
              "/v1/feedback/batch",
              importer,
              "application/x-ndjson",
              body.replace("\n", " ") + "\n"));
    }
    asks.add(to(FEEDBACK, "/v1/feedback", "hk_dev_" + word, JSON, wrong.get(0)));
    asks.add(to(FEEDBACK, "/v1/feedback", kiosk, "text/" + word, wrong.get(0)));
    // A file without a header: its first row is what somebody wrote.
    asks.add(
        to(
            FEEDBACK,
            "/v1/feedback/batch?name=x&map=text%3Dcomment",
            importer,
            "text/csv",
            word + "," + PLANTED.phone.text() + "\r\n" + word + ",2\r\n"));
    for (String item :
        List.of(
            "\"valueString\": 7, \"valueCode\": \"" + word + "\"",
            "\"valueString\": [\"" + word + "\"]")) {
      asks.add(
          to(
              FEEDBACK,
              "/v1/fhir/QuestionnaireResponse?ward=" + WARD,
              importer,
              "application/fhir+json",
              resource(item, UUID.randomUUID().toString())));
    }
    asks.add(
        to(
            FEEDBACK,
            "/v1/fhir/QuestionnaireResponse?ward=" + WARD,
            importer,
            "application/fhir+json",
            "{\"resourceType\": \"" + word + "\"}"));
    String form = "application/x-www-form-urlencoded";
    asks.add(to(FEEDBACK, "/f/" + word, null, form, "good=" + word));
    asks.add(to(FEEDBACK, "/paper/open", null, form, "code=" + word));
    return asks;
  }

  private static List<Ask> ofReceiptsAndDevices() {
    String word = PLANTED.refused.text();
    String none = UUID.randomUUID().toString();
    String admin = suite.token("admin");
    return List.of(
        to(FEEDBACK, "/v1/receipts/lookup", null, JSON, receipt(word)),
        to(FEEDBACK, "/v1/receipts/erase", null, JSON, receipt(word)),
        to(FEEDBACK, "/v1/receipts/erase", null, JSON, "{\"receiptCode\": [\"" + word + "\"]}"),
        to(FEEDBACK, "/v1/receipts/withdraw-consent", null, JSON, receipt(word)),
        to(FEEDBACK, "/v1/devices/pair", null, JSON, "{\"code\": \"" + word + "\"}"),
        to(FEEDBACK, "/v1/devices/me/health", kiosk, JSON, "{\"state\": \"" + word + "\"}"),
        to(
            FEEDBACK,
            "/v1/devices",
            admin,
            JSON,
            "{\"name\": 7, \"kind\": \"" + word + "\", \"wardId\": \"" + word + "\"}"),
        to(
            FEEDBACK,
            "/v1/feedback/" + none + "/raw-access",
            suite.token("alert-handler"),
            JSON,
            "{\"alertId\": \"%s-1-1\", \"reason\": \"%s\"}".formatted(none, word)),
        to(FEEDBACK, "/v1/redact", admin, JSON, "{\"text\": \"" + word + "\"}"),
        to(
            FEEDBACK,
            "/v1/events/redrive",
            admin,
            JSON,
            "{\"wardId\": 7, \"day\": \"" + word + "\"}"));
  }

  private static List<Ask> ofTheReaders() {
    String word = PLANTED.sought.text();
    String analyst = suite.token("quality-analyst");
    List<Ask> asks = new ArrayList<>();
    for (String query :
        List.of(
            "q=" + word + "x".repeat(400),
            "q=a*+" + word,
            "theme=" + word,
            "severity=" + word,
            "language=" + word,
            "period=" + word,
            "bucket=" + word,
            "cursor=" + word,
            "limit=" + word,
            word + "=1")) {
      asks.add(new Ask(GATEWAY, "GET", "/api/v1/wards/W01/comments?" + query, analyst, null, null));
    }
    asks.add(new Ask(GATEWAY, "GET", "/api/v1/wards/W01/comments?q=" + word, analyst, null, null));
    for (String path :
        List.of("wards/" + word + "/comments", "organisations/" + word + "/hidden-harm")) {
      asks.add(new Ask(GATEWAY, "GET", "/api/v1/" + path, analyst, null, null));
    }
    asks.add(
        new Ask(
            GATEWAY,
            "PUT",
            "/api/v1/wards/W01/comments/" + IDS.get(0) + "-1/translation",
            analyst,
            JSON,
            "{\"kind\": \"" + word + "\", \"text\": \"" + word + "\"}"));
    asks.add(to(ANALYTICS, "/v1/tag", analyst, JSON, "[{\"id\": \"1\", \"text\": \"" + word));
    asks.add(
        to(
            ANALYTICS,
            "/v1/tag",
            analyst,
            JSON,
            "[{\"id\": \"1\", \"rating\": \"" + word + "\", \"text\": \"" + word + "\"}]"));
    return asks;
  }

  private static String receipt(String code) {
    return "{\"receiptCode\": \"" + code + "\"}";
  }

  private static String document(UUID id) {
    return """
        {"id": "%s", "wardId": "W01", "rating": 2, "channel": "kiosk", "authoredAt": "%s",
         "contact": %s, "answers": [{"question": "good", "text": "%s"}]}"""
        .formatted(id, Instant.now(), PLANTED.contact(), PLANTED.answer())
        .replace("\n", " ");
  }

  private static String resource(String answer, String id) {
    return """
        {"resourceType": "QuestionnaireResponse", "status": "completed",
         "identifier": {"value": "urn:uuid:%s"}, "authored": "%s",
         "item": [{"linkId": "fft-overall", "answer": [{"valueInteger": 2}]},
                  {"linkId": "fft-good", "answer": [{%s}]}]}"""
        .formatted(id, Instant.now(), answer);
  }
}
