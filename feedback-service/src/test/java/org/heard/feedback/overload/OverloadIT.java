package org.heard.feedback.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More than there is room for is refused at once, and let in again when there is room. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(OverloadIT.Small.class)
class OverloadIT {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int MAX_REQUESTS = 6;
  private static final int MAX_ROWS = 20;
  private static final int A_QUARTER_OF_WHAT_IS_HELD = 220_000;
  private static final int MOST_READ = 1_000_000;
  private static final int LARGE = 3 * MOST_READ;
  private static final int PIECE = 64 * 1024;
  private static final int MOST_OF_WHAT_STRANGERS_HAVE = 250_000;

  public static class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.ofEntries(
          Map.entry("heard.overload.max-requests", String.valueOf(MAX_REQUESTS)),
          Map.entry("heard.overload.max-streams", "2"),
          Map.entry("heard.overload.max-streams-per-key", "1"),
          Map.entry("heard.overload.stream-patience", "3s"),
          Map.entry("heard.overload.stream-min-pace", "100"),
          Map.entry("heard.overload.max-held-bytes", "900000"),
          Map.entry("heard.overload.max-held-bytes-per-key", "300000"),
          Map.entry("heard.overload.max-read-bytes", String.valueOf(MOST_READ)),
          Map.entry("heard.overload.max-anonymous-bytes", "300000"),
          Map.entry("heard.overload.body-timeout", "5s"),
          Map.entry("heard.overload.stream-timeout", "8s"),
          Map.entry("heard.outbox.max-rows", String.valueOf(MAX_ROWS)),
          Map.entry("heard.outbox.count-every", "0s"),
          // Nobody listens there, so nothing leaves the outbox but by a test's hand.
          Map.entry("heard.kafka.bootstrap-servers", "localhost:1"),
          Map.entry("quarkus.datasource.jdbc.max-size", "6"),
          Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "1s"));
    }
  }

  @Inject AgroalDataSource database;
  @Inject MeterRegistry meters;

  private final ExecutorService clients = Executors.newCachedThreadPool();
  private String key;

  @BeforeEach
  void empty() throws SQLException {
    await().atMost(BOUND).until(() -> unanswered() == 0);
    execute("DELETE FROM outbox");
    Feedback.directory();
    key = Feedback.importerKey();
  }

  @AfterEach
  void end() {
    clients.shutdownNow();
  }

  @Test
  void aFullOutboxRefusesUntilThereIsRoom() throws SQLException {
    for (int i = 0; i < 2 * MAX_ROWS && send().statusCode() == 201; i++) {}
    busy(send());
    Feedback.as(key)
        .contentType("application/x-ndjson")
        .body(line().getBytes(StandardCharsets.UTF_8))
        .post("/v1/feedback/batch")
        .then()
        .statusCode(503);
    busyInFhir(sendFhir());
    execute("DELETE FROM outbox");
    send().then().statusCode(201);
  }

  @Test
  void moreRequestsThanMayWaitAreRefusedAtOnce() throws Exception {
    UUID blocked = UUID.randomUUID();
    List<CompletableFuture<Response>> waiting = new ArrayList<>();
    try (Connection outsider = database.getConnection()) {
      execute(outsider, "SELECT pg_advisory_lock(hashtextextended('" + blocked + "', 0))");
      waiting.add(later(blocked));
      await().atMost(BOUND).until(() -> unanswered() == 1);
      for (int i = 2; i <= MAX_REQUESTS; i++) {
        waiting.add(later(UUID.randomUUID()));
      }
      await().atMost(BOUND).until(() -> unanswered() == MAX_REQUESTS);
      busy(send());
      busyInFhir(sendFhir());
      RestAssured.given().get("/q/health/live").then().statusCode(200);
      execute(outsider, "SELECT pg_advisory_unlock_all()");
    }
    for (CompletableFuture<Response> one : waiting) {
      one.join().then().statusCode(201);
    }
    await().atMost(BOUND).until(() -> unanswered() == 0);
    send().then().statusCode(201);
  }

  @Test
  void anEmptyPoolOfConnectionsIsNotAMistakeOfOurs() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      takeAll(all);
      busy(send());
    } finally {
      for (Connection one : all) {
        one.close();
      }
    }
    send().then().statusCode(201);
  }

  @Test
  void aSlowDocumentIsRefused() throws IOException {
    try (Socket slow = open("POST /v1/receipts/lookup", "Content-Length: 100", "{")) {
      assertThat(answer(slow)).startsWith("HTTP/1.1 408").contains("\"code\":\"BODY_TOO_SLOW\"");
    }
  }

  @Test
  void documentsThatAreHeldHaveABound() throws IOException {
    String quarter = " ".repeat(A_QUARTER_OF_WHAT_IS_HELD);
    try (Socket first = halfSent(Feedback.importerKey());
        Socket second = halfSent(Feedback.importerKey());
        Socket third = halfSent(Feedback.importerKey());
        Socket last = halfSent(Feedback.importerKey())) {
      assertThat(List.of(first, second, third, last)).allMatch(Socket::isConnected);
      String large = Feedback.document(UUID.randomUUID(), "x") + quarter;
      await().atMost(Duration.ofSeconds(4)).until(() -> sendLarge(large) == 503);
    }
    await()
        .atMost(BOUND)
        .until(() -> sendLarge(Feedback.document(UUID.randomUUID(), "x") + quarter) == 201);
  }

  /** A document of this key of which one byte never comes. */
  private static Socket halfSent(String key) throws IOException {
    String head =
        "Authorization: Bearer " + key + "\r\nContent-Length: " + (A_QUARTER_OF_WHAT_IS_HELD + 1);
    return open("POST /v1/feedback", head, " ".repeat(A_QUARTER_OF_WHAT_IS_HELD));
  }

  @Test
  void aKeyDoesNotHoldAllTheRoomForDocuments() throws IOException {
    String quarter = " ".repeat(A_QUARTER_OF_WHAT_IS_HELD);
    String neighbour = Feedback.importerKey();
    try (Socket held = halfSent(key)) {
      String large = Feedback.document(UUID.randomUUID(), "x") + quarter;
      await().atMost(Duration.ofSeconds(4)).until(() -> sendLarge(large) == 429);
      Feedback.send(key, large)
          .then()
          .statusCode(429)
          .header("Retry-After", "5")
          .contentType("application/problem+json")
          .body("code", equalTo("RATE_LIMITED"));
      // What is small has room, and so has everything of others.
      send().then().statusCode(201);
      Feedback.send(neighbour, Feedback.document(UUID.randomUUID(), "x") + quarter)
          .then()
          .statusCode(201);
      assertThat(held.isConnected()).isTrue();
    }
    await()
        .atMost(BOUND)
        .until(() -> sendLarge(Feedback.document(UUID.randomUUID(), "x") + quarter) == 201);
  }

  /** Whatever they call themselves: only what is found to be true makes room. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Nobody: in particular",
        "Authorization: Bearer hk_dev_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Authorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJncm91cHMiOlsiYWRtaW4iXX0.c2lnbmVk",
        "Authorization: Basic a2lvc2s6a2lvc2s="
      })
  void strangersDoNotKeepThoseOutWhoAreKnown(String header) throws IOException {
    String most = " ".repeat(MOST_OF_WHAT_STRANGERS_HAVE);
    String head = header + "\r\nContent-Length: " + (MOST_OF_WHAT_STRANGERS_HAVE + 1);
    try (Socket stranger = open("POST /v1/receipts/lookup", head, most)) {
      await().atMost(Duration.ofSeconds(4)).until(() -> aStrangersLarge().statusCode() == 503);
      String large = Feedback.document(UUID.randomUUID(), "x") + most;
      assertThat(sendLarge(large.substring(0, A_QUARTER_OF_WHAT_IS_HELD))).isEqualTo(201);
      busy(aStrangersLarge());
      assertThat(stranger.isConnected()).isTrue();
    }
    await().atMost(BOUND).until(() -> aStrangersLarge().statusCode() == 413);
  }

  private static Response aStrangersLarge() {
    return RestAssured.given()
        .contentType("application/json")
        .body(" ".repeat(100_000))
        .post("/v1/receipts/lookup");
  }

  @Test
  void aBodyWithoutALengthIsRefused() throws IOException {
    try (Socket chunked =
        open("POST /v1/feedback", "Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n")) {
      assertThat(answer(chunked)).startsWith("HTTP/1.1 411").contains("LENGTH_REQUIRED");
    }
  }

  @Test
  void aBatchNeedsNoLength() throws IOException {
    String line = line();
    String chunk = Integer.toHexString(line.length()) + "\r\n" + line + "\r\n0\r\n\r\n";
    try (Socket chunked = openBatch("Transfer-Encoding: chunked", chunk)) {
      assertThat(answer(chunked)).startsWith("HTTP/1.1 200").contains("\"accepted\"");
    }
  }

  @Test
  void streamsLeaveThreadsToOthers() throws IOException {
    String another = Feedback.importerKey();
    try (Socket first = openBatch("Content-Length: 100", "{");
        Socket second = openBatch(another, "Content-Length: 100", "{")) {
      refusedMeanwhile(Feedback.importerKey(), "HTTP/1.1 503");
      send().then().statusCode(201);
      assertThat(List.of(first, second)).allMatch(Socket::isConnected);
    }
    await().atMost(BOUND).until(() -> answerToAnEmptyBatch(key).startsWith("HTTP/1.1 200"));
  }

  @Test
  void aStreamDoesNotLastForEver() throws IOException {
    try (Socket steady = openBatch("Content-Length: 100000000", "{")) {
      assertThat(trickle(steady, " ".repeat(1000))).as("closed without a result").isEmpty();
    }
    await().atMost(BOUND).until(() -> answerToAnEmptyBatch(key).startsWith("HTTP/1.1 200"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100_000})
  void whoFallsSilentIsToldSoAndWhatCameIsStored(int quickly) throws IOException {
    UUID id = UUID.randomUUID();
    String line = Feedback.document(id, "x").replace("\n", " ") + "\n";
    try (Socket silent = openBatch("Content-Length: 1000000", line + " ".repeat(quickly))) {
      assertThat(answer(silent)).startsWith("HTTP/1.1 408").contains("\"code\":\"BODY_TOO_SLOW\"");
    }
    Feedback.send(key, Feedback.document(id, "x")).then().statusCode(200);
    assertThat(answerToAnEmptyBatch(key)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/feedback/batch?name=silent&map=text%3Dc", "/v1/directory-imports"})
  void whoSendsNothingOfAFileIsToldSo(String door) throws IOException {
    String bearer = door.contains("directory") ? TestTokens.admin() : key;
    String head = "Content-Length: 100\r\nAuthorization: Bearer " + bearer;
    try (Socket silent = open("POST " + door, head, "", "text/csv")) {
      assertThat(answer(silent)).startsWith("HTTP/1.1 408").contains("\"code\":\"BODY_TOO_SLOW\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{"})
  void whoFallsSilentInADocumentIsToldSo(String begun) throws IOException {
    String head = "Content-Length: 100\r\nAuthorization: Bearer " + key;
    try (Socket silent = open("POST /v1/feedback", head, begun)) {
      assertThat(answer(silent)).startsWith("HTTP/1.1 408").contains("\"code\":\"BODY_TOO_SLOW\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer  ", "Bearer \t", "BEARER \t \t"})
  void aKeyDoesNotKeepOthersOut(String spelling) throws IOException {
    try (Socket first = openBatch("Content-Length: 100", "{")) {
      refusedMeanwhile(key, "HTTP/1.1 429");
      assertThat(answerToAnEmptyBatch(key)).contains("retry-after: 5", "\"code\":\"RATE_LIMITED\"");
      try (Socket spelt =
          open(
              "POST /v1/feedback/batch",
              "Content-Length: 1\r\nAuthorization: " + spelling + key,
              "\n",
              "application/x-ndjson")) {
        assertThat(answer(spelt)).as("in another spelling").startsWith("HTTP/1.1 429");
      }
      assertThat(answerToAnEmptyBatch(Feedback.importerKey())).startsWith("HTTP/1.1 200");
      assertThat(first.isConnected()).isTrue();
    }
    await().atMost(BOUND).until(() -> answerToAnEmptyBatch(key).startsWith("HTTP/1.1 200"));
  }

  @Test
  void whatTricklesInIsRefusedAndWhatCameIsStored() throws IOException {
    UUID id = UUID.randomUUID();
    String line = Feedback.document(id, "x").replace("\n", " ") + "\n";
    try (Socket slow = openBatch("Content-Length: 100000", line)) {
      assertThat(trickle(slow, " "))
          .startsWith("HTTP/1.1 408")
          .contains("\"code\":\"BODY_TOO_SLOW\"");
      assertThat(slow.getInputStream().read()).as("the connection has ended").isEqualTo(-1);
    }
    Feedback.send(key, Feedback.document(id, "x")).then().statusCode(200);
    assertThat(answerToAnEmptyBatch(key)).startsWith("HTTP/1.1 200");
  }

  /** Sends so much five times a second until there is an answer or an end, and returns it. */
  private static String trickle(Socket slow, String drop) throws IOException {
    slow.setSoTimeout(200);
    while (true) {
      try {
        slow.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
        int first = slow.getInputStream().read();
        slow.setSoTimeout((int) BOUND.toMillis());
        return first < 0 ? "" : (char) first + answer(slow);
      } catch (SocketTimeoutException noAnswerYet) {
        // Another drop.
      } catch (SocketException ended) {
        return "";
      }
    }
  }

  private static void refusedMeanwhile(String key, String answer) {
    await().atMost(Duration.ofSeconds(2)).until(() -> answerToAnEmptyBatch(key).startsWith(answer));
  }

  private static String answerToAnEmptyBatch(String key) throws IOException {
    try (Socket batch = openBatch(key, "Content-Length: 1", "\n")) {
      return answer(batch);
    }
  }

  /** It would be collected as a document, and the framework would take it for lines. */
  @ParameterizedTest
  @CsvSource({
    "/v1/feedback/batch, ''",
    "/v1/feedback/batch, */*",
    "/v1/feedback/batch, application/*",
    "/v1/feedback/batch?name=untold&map=good%3Dgood, text/*",
    "/v1/directory-imports, text/*"
  })
  void linesThatDoNotSayWhatTheyAreAreRefused(String path, String type) throws IOException {
    String line = Feedback.document(UUID.randomUUID(), "x").replace("\n", " ") + "\n";
    String lines = line.repeat(1 + DocumentBody.MAX_KEPT / line.length());
    String bearer =
        "Authorization: Bearer " + (path.contains("directory") ? TestTokens.admin() : key);
    String told = bearer + (type.isEmpty() ? "" : "\r\nContent-Type: " + type);
    try (Socket untold = new Socket("localhost", RestAssured.port)) {
      untold.setSoTimeout((int) BOUND.toMillis());
      String head =
          "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\nContent-Length: %d\r\n\r\n"
              .formatted(path, told, lines.length());
      untold.getOutputStream().write((head + lines).getBytes(StandardCharsets.US_ASCII));
      assertThat(answer(untold)).startsWith("HTTP/1.1 415").contains("UNSUPPORTED_MEDIA_TYPE");
    }
  }

  /** As HTTP/1.0 allows. */
  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/devices", "POST /v1/feedback", "POST /paper/open"})
  void whoSaysNoHostIsToldSo(String request) throws IOException {
    try (Socket old = new Socket("localhost", RestAssured.port)) {
      old.setSoTimeout((int) BOUND.toMillis());
      String head =
          request + " HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
      old.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      assertThat(answer(old)).matches("(?s)HTTP/1.[01] 400 .*HOST_REQUIRED.*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ,", "application/json, ,*/*", ",application/json"})
  void emptyElementsOfAcceptAreIgnored(String accepted) {
    Feedback.as(key)
        .header("Accept", accepted)
        .body(Feedback.document(UUID.randomUUID(), "x"))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }

  @Test
  void whatIsPackedIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[50_000_000]);
    }
    for (String door : new String[] {"/v1/feedback", "/v1/feedback/batch"}) {
      Feedback.as(key)
          .header("Content-Encoding", "gzip")
          .body(packed.toByteArray())
          .post(door)
          .then()
          .statusCode(415)
          .contentType("application/problem+json")
          .body("code", equalTo("UNSUPPORTED_ENCODING"));
    }
  }

  @Test
  void aBodyThatIsFarTooLargeIsNotReadToItsEnd() throws IOException {
    try (Socket huge =
        open("POST /v1/feedback", "Content-Length: 100000000000", " ".repeat(MOST_READ + 1))) {
      assertThat(answer(huge)).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }
  }

  /** As a client does that writes all of its request before it reads anything. */
  @ParameterizedTest
  @CsvSource({
    "/v1/feedback/batch, X-Nobody: in particular, 401, UNAUTHORIZED",
    "/v1/feedback/batch?x=y, Authorization: Bearer KEY, 400, UNKNOWN_PARAMETER",
    "/v1/directory-imports, Authorization: Bearer KEY, 403, FORBIDDEN",
    "/v1/feedback/batch, Content-Encoding: gzip, 415, UNSUPPORTED_ENCODING",
    "/v1/feedback/batch, Accept: ///, 406, NOT_ACCEPTABLE",
    "/v1/feedback/batch, Accept: */*;q=x, 406, NOT_ACCEPTABLE",
    "/v1//feedback/batch, X-Nobody: in particular, 400, BAD_PATH",
    "/v1/nowhere, X-Nobody: in particular, 404, NOT_FOUND"
  })
  void whoWritesAllBeforeReadingSeesARefusal(String path, String header, int status, String code)
      throws IOException {
    try (Socket writer = openLarge(path, header.replace("KEY", key), "text/csv")) {
      assertThat(writing(writer, LARGE)).succeedsWithin(BOUND);
      assertThat(answer(writer)).startsWith("HTTP/1.1 " + status).contains(code);
    }
  }

  @Test
  void whoWritesAllBeforeReadingIsToldToComeLater() throws IOException {
    try (Socket first = openBatch("Content-Length: 100", "{")) {
      refusedMeanwhile(key, "HTTP/1.1 429");
      String bearer = "Authorization: Bearer " + key;
      try (Socket writer = openLarge("/v1/feedback/batch", bearer, "application/x-ndjson")) {
        assertThat(writing(writer, LARGE)).succeedsWithin(BOUND);
        assertThat(answer(writer))
            .startsWith("HTTP/1.1 429")
            .contains("retry-after: 5", "RATE_LIMITED");
      }
      assertThat(first.isConnected()).isTrue();
    }
  }

  @Test
  void ofADocumentThatIsRefusedOnlySoMuchIsDropped() throws IOException {
    try (Socket endless = open("POST /v1//feedback", "Content-Length: 500000000", "")) {
      assertThat(writing(endless, 100 * MOST_READ))
          .failsWithin(BOUND)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(UncheckedIOException.class);
    }
  }

  /** More than the framework's own limit. */
  @Test
  void whatIsFarTooLargeTakesNoPlaceForEver() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (Socket huge =
          open("POST /v1/feedback/batch", "Content-Length: 5000000000", "", "text/csv")) {
        assertThat(answer(huge)).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
      }
    }
    assertThat(unanswered()).isZero();
    assertThat(answerToAnEmptyBatch(key)).startsWith("HTTP/1.1 200");
  }

  @Test
  void whatIsRefusedIsNotWaitedFor() throws IOException {
    try (Socket silent = open("POST /v1/feedback/batch", "Content-Length: 100", "{", "text/csv")) {
      assertThat(answer(silent)).as("and the connection has ended").startsWith("HTTP/1.1 401");
    }
  }

  /** The head of a body that is far more than fits between the two of us. */
  private static Socket openLarge(String path, String header, String type) throws IOException {
    Socket socket = new Socket();
    socket.setSendBufferSize(16 * 1024);
    socket.connect(new InetSocketAddress("localhost", RestAssured.port));
    return begun(socket, "POST " + path, header + "\r\nContent-Length: " + LARGE, "", type);
  }

  /** So many bytes, one piece after the other, while nobody reads what comes. */
  private CompletableFuture<Void> writing(Socket socket, int bytes) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            for (int left = bytes; left > 0; left -= PIECE) {
              socket.getOutputStream().write(new byte[Math.min(left, PIECE)]);
            }
          } catch (IOException ended) {
            throw new UncheckedIOException(ended);
          }
        },
        clients);
  }

  @Test
  void whatIsTooLongBeforeTheBodyIsToldSo() {
    Feedback.as(key)
        .queryParam("name", "x".repeat(8192))
        .body("{}")
        .post("/v1/feedback")
        .then()
        .statusCode(414)
        .contentType("application/problem+json")
        .body("code", equalTo("ADDRESS_TOO_LONG"));
    Feedback.as(key)
        .header("X-Long", "x".repeat(16_384))
        .body("{}")
        .post("/v1/feedback")
        .then()
        .statusCode(431)
        .contentType("application/problem+json")
        .body("code", equalTo("HEADERS_TOO_LARGE"));
  }

  @Test
  void slowSendersKeepNobodyOut() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 2 * MAX_REQUESTS; i++) {
        slow.add(open("POST /v1/receipts/lookup", "Content-Length: 100", "{"));
      }
      send().then().statusCode(201);
    } finally {
      for (Socket one : slow) {
        one.close();
      }
    }
  }

  private static void busy(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("code", equalTo("UNAVAILABLE"));
  }

  private static void busyInFhir(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/fhir+json")
        .body("resourceType", equalTo("OperationOutcome"))
        .body("issue[0].code", equalTo("transient"))
        .body("issue[0].details.coding[0].code", equalTo("UNAVAILABLE"));
  }

  private Response sendFhir() {
    String resource =
        """
        {"resourceType": "QuestionnaireResponse", "identifier": {"value": "%s"},
         "status": "completed", "authored": "2026-10-05T09:15:30+01:00",
         "item": [{"linkId": "fft-overall", "answer": [{"valueInteger": 1}]}]}
        """
            .formatted(UUID.randomUUID());
    return Feedback.as(key)
        .contentType("application/fhir+json")
        .body(resource.getBytes(StandardCharsets.UTF_8))
        .post("/v1/fhir/QuestionnaireResponse?ward=W01");
  }

  private Response send() {
    return Feedback.send(key, Feedback.document(UUID.randomUUID(), "x"));
  }

  private int sendLarge(String document) {
    return Feedback.send(key, document).statusCode();
  }

  private CompletableFuture<Response> later(UUID id) {
    return CompletableFuture.supplyAsync(
        () -> Feedback.send(key, Feedback.document(id, "x")), clients);
  }

  private static String line() {
    return Feedback.document(UUID.randomUUID(), "x").replace("\n", " ") + "\n";
  }

  private Socket openBatch(String length, String body) throws IOException {
    return openBatch(key, length, body);
  }

  private static Socket openBatch(String key, String length, String body) throws IOException {
    return open(
        "POST /v1/feedback/batch",
        length + "\r\nAuthorization: Bearer " + key,
        body,
        "application/x-ndjson");
  }

  private static Socket open(String request, String headers, String body) throws IOException {
    return open(request, headers, body, "application/json");
  }

  private static Socket open(String request, String headers, String body, String type)
      throws IOException {
    return begun(new Socket("localhost", RestAssured.port), request, headers, body, type);
  }

  private static Socket begun(
      Socket socket, String request, String headers, String body, String type) throws IOException {
    socket.setSoTimeout((int) BOUND.toMillis());
    String head =
        request
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\n"
            + headers
            + "\r\n\r\n";
    socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private double unanswered() {
    return meters.get("heard.requests.unanswered").gauge().value();
  }

  private void takeAll(List<Connection> all) {
    try {
      while (true) {
        all.add(database.getConnection());
      }
    } catch (SQLException empty) {
      assertThat(all).isNotEmpty();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
