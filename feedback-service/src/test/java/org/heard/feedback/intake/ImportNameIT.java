package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name is the file's whose records were stored first under it, however often that one begins. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportNameIT {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String HEAD = "when,ward,score,good\n";
  private static final String CALM = "2026-10-05,W01,1,Calm\n";
  private static final String SMALL = HEAD + CALM;

  /** The bytes of a long file that are less than a chunk. */
  private static final int LESS_THAN_A_CHUNK = 5000;

  @Inject AgroalDataSource database;

  private final String name = "import " + UUID.randomUUID();
  private String importer;

  @BeforeEach
  void importer() {
    Feedback.directory();
    importer = Feedback.importerKey();
  }

  @Test
  void isKeptWhenTheFileBeginsAgainAndBreaksOff() throws Exception {
    String first = longFile();
    post(first).then().statusCode(200).body("accepted", equalTo(450));
    try (Socket again = begin(first)) {
      await().atMost(BOUND).until(() -> records(first) == 0);
      refused(post(SMALL));
      assertThat(again.isConnected()).isTrue();
    }
    refused(post(SMALL));
    post(first).then().statusCode(200).body("duplicate", equalTo(450));
    post(first + CALM, "continues", "true")
        .then()
        .statusCode(200)
        .body("duplicate", equalTo(450))
        .body("accepted", equalTo(1));
    assertThat(stored()).isEqualTo(451);
  }

  /** A name of before ids had a key: what is stored under it has its ids, for good. */
  @Test
  void keepsTheIdsThatItBeganWith() throws Exception {
    post(SMALL).then().statusCode(200).body("accepted", equalTo(1));
    UUID keyed = storedId();
    UUID plain =
        ImportIds.plain("O01", name)
            .next(
                Map.of("when", "2026-10-05", "ward", "W01", "score", "1", "good", "Calm"),
                Optional.empty(),
                "");
    assertThat(keyed).isNotEqualTo(plain);
    post(SMALL).then().statusCode(200).body("duplicate", equalTo(1));
    post(SMALL, "dryRun", "true").then().statusCode(200).body("duplicate", equalTo(1));
    try (Connection connection = database.getConnection();
        PreparedStatement before =
            connection.prepareStatement("UPDATE import_run SET keyed_ids = false WHERE name = ?")) {
      before.setString(1, name);
      before.executeUpdate();
    }
    post(SMALL, "dryRun", "true").then().statusCode(200).body("accepted", equalTo(1));
    // Whoever sends it again under such a name goes on with it, and so does another file.
    String more = SMALL + "2026-10-06,W01,2,Kind\n";
    post(more, "continues", "true").then().statusCode(200).body("accepted", equalTo(2));
    assertThat(has(plain)).isTrue();
  }

  private UUID storedId() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM submission ORDER BY received_at DESC, id LIMIT 1");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private boolean has(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT FROM submission WHERE id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  @Test
  void isNotThatOfATryThatStoredNothing() {
    post(SMALL, "map", "respondent=good").then().statusCode(200).body("rejected", equalTo(1));
    String other = SMALL + "2026-10-06,W01,2,Kind\n";
    post(other).then().statusCode(200).body("accepted", equalTo(2));
    refused(post(SMALL));
    // Who has the name keeps it.
    post(other).then().statusCode(200).body("duplicate", equalTo(2));
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void isTakenByWhoStoresFirstNotByWhoBeginsFirst() throws Exception {
    String late = longFile();
    try (Socket begun = begin(late)) {
      await().atMost(BOUND).until(() -> records(late) == 0);
      post(SMALL).then().statusCode(200).body("accepted", equalTo(1));
      end(begun, late);
      assertThat(answer(begun)).contains("409", "IMPORT_NAME_USED");
    }
    assertThat(stored()).isOne();
    refused(post(late));
  }

  @Test
  void isAskedForAgainWithTheFirstChunkWhichWaitsForAnother() throws Exception {
    String file = longFile();
    try (Socket begun = begin(file);
        Connection other = database.getConnection()) {
      await().atMost(BOUND).until(() -> records(file) == 0);
      lock(other);
      end(begun, file);
      await().atMost(BOUND).until(() -> waiting(other) == 1);
      take(other);
      assertThat(answer(begun)).contains("409", "IMPORT_NAME_USED");
    }
    assertThat(stored()).isZero();
  }

  @Test
  void isAskedForAtTheBeginningWhichWaitsForAnother() throws Exception {
    try (Connection other = database.getConnection()) {
      lock(other);
      CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> post(SMALL));
      await().atMost(BOUND).until(() -> waiting(other) == 1);
      take(other);
      refused(answer.get());
    }
  }

  @Test
  void isThatOfTheFileWhichCameAndNotOfTheDigestThatWasSaid() {
    String file = SMALL + CALM;
    String another = SMALL + "2026-10-06,W01,2,Kind\n";
    postAs(digest(another), file)
        .then()
        .statusCode(400)
        .body("code", equalTo("BAD_DIGEST"))
        .body(
            "detail",
            allOf(
                containsString("stored all the same"),
                containsString("Send it again with its own digest"),
                not(containsString("taken for"))));
    assertThat(stored()).isEqualTo(2);
    post(file).then().statusCode(200).body("accepted", equalTo(2)).body("duplicate", equalTo(0));
    post(file).then().statusCode(200).body("duplicate", equalTo(2));
    refused(post(another));
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void staysThatOfAFileWhoseDigestCameWithAnother() {
    String another = SMALL + "2026-10-06,W01,2,Kind\n";
    post(SMALL).then().statusCode(200).body("accepted", equalTo(1));
    postAs(digest(SMALL), another).then().statusCode(400);
    post(another).then().statusCode(200).body("duplicate", equalTo(2));
    post(SMALL).then().statusCode(200).body("duplicate", equalTo(1));
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void aFileWhoseTurnWentWithAnotherThatSaidItsDigestIsToldSo() throws Exception {
    String file = longFile();
    try (Socket begun = begin(file)) {
      await().atMost(BOUND).until(() -> records(file) == 0);
      postAs(digest(file), SMALL).then().statusCode(400).body("code", equalTo("BAD_DIGEST"));
      // Nothing is remembered of that digest any more: it was never this file's records.
      assertThat(records(file)).isEqualTo(-1);
      end(begun, file);
      assertThat(answer(begun)).contains("409", "IMPORT_TAKEN_OVER");
    }
    assertThat(stored()).isOne();
  }

  @Test
  void recordsThatWereTakenForAnotherFilesAreToldOf() {
    post(SMALL).then().statusCode(200).body("accepted", equalTo(1));
    postAs(digest(SMALL), SMALL + "2026-10-06,W01,2,Kind\n")
        .then()
        .statusCode(400)
        .body("code", equalTo("BAD_DIGEST"))
        .body("detail", containsString("are taken for that one and not stored"));
  }

  @Test
  void isThatOfAFileThatCameWithoutADigestFirst() {
    String another = SMALL + "2026-10-06,W01,2,Kind\n";
    postAs(null, SMALL).then().statusCode(200).body("accepted", equalTo(1));
    post(SMALL).then().statusCode(200).body("duplicate", equalTo(1));
    refused(post(another));
    postAs(null, another).then().statusCode(200).body("accepted", equalTo(1));
    post(another).then().statusCode(200).body("duplicate", equalTo(2));
    postAs(null, SMALL).then().statusCode(200).body("duplicate", equalTo(1));
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void isOneForAllWardsWhereRecordsNameTheirs() {
    post(SMALL, "ward", "W01").then().statusCode(200).body("accepted", equalTo(1));
    refused(post(SMALL + "2026-10-06,W01,2,Kind\n", "ward", "W02"));
    // The same file may come for each: what it says of others is theirs already.
    post(SMALL, "ward", "W02").then().statusCode(200).body("duplicate", equalTo(1));
    assertThat(stored()).isOne();
  }

  @Test
  void isOneForEachWardWhereNoRecordNamesIts() {
    for (String ward : new String[] {"W01", "W02"}) {
      String file = "when,score,good\n2026-10-05,1,Calm\n2026-10-05,2," + ward + "\n";
      request(digest(file), "authoredAt=when", "rating=score", "good=good")
          .queryParam("ward", ward)
          .body(file)
          .post("/v1/feedback/batch")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(2));
    }
  }

  /** As an import does that stores its first chunk. */
  private void lock(Connection other) throws SQLException {
    other.setAutoCommit(false);
    try (PreparedStatement lock =
        other.prepareStatement(
            "SELECT pg_advisory_xact_lock(hashtextextended('import ' || ?, 0))")) {
      lock.setString(1, "O01\n" + name);
      lock.execute();
    }
  }

  private static int waiting(Connection other) throws SQLException {
    try (PreparedStatement waiting =
            other.prepareStatement(
                "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"
                    + " AND pg_backend_pid() = ANY (pg_blocking_pids(pid))");
        ResultSet row = waiting.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Another file's first records are stored, of another ward, and whoever waits goes on. */
  private void take(Connection other) throws SQLException {
    try (PreparedStatement run =
        other.prepareStatement(
            "INSERT INTO import_run (organisation_id, name, default_ward, digest, options, turn,"
                + " began_at, last_at, first_stored_at) VALUES ('O01', ?, 'W02', 'another', '',"
                + " gen_random_uuid(), now(), now(), now())")) {
      run.setString(1, name);
      run.executeUpdate();
    }
    other.commit();
    other.setAutoCommit(true);
  }

  private static void refused(Response answer) {
    answer.then().statusCode(409).body("code", equalTo("IMPORT_NAME_USED"));
  }

  private Response post(String file, String... more) {
    return postAs(digest(file), file, more);
  }

  private RequestSpecification request(String digest, String... map) {
    RequestSpecification request =
        Feedback.as(importer)
            .config(
                RestAssured.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                            .encodeContentTypeAs("text/csv", ContentType.TEXT)))
            .contentType("text/csv")
            .queryParam("name", name)
            .queryParam("map", List.of(map));
    return digest == null ? request : request.header("Content-Digest", "sha-256=:" + digest + ":");
  }

  /**
   * Sends a file.
   *
   * @param digest that is said to be its, null for none
   */
  private Response postAs(String digest, String file, String... more) {
    RequestSpecification request = request(digest, "authoredAt=when", "ward=ward", "rating=score");
    if (more.length == 0 || !more[0].equals("map")) {
      request.queryParam("map", "good=good");
    }
    return (more.length == 0 ? request : request.queryParam(more[0], more[1]))
        .body(file)
        .post("/v1/feedback/batch");
  }

  /** Sends the beginning of a file and leaves it at that. */
  private Socket begin(String file) throws IOException {
    String head =
        """
        POST /v1/feedback/batch?name=%s&map=authoredAt%%3Dwhen&map=ward%%3Dward&map=rating%%3Dscore&map=good%%3Dgood HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: text/csv
        Content-Digest: sha-256=:%s:
        Content-Length: %d

        """
            .formatted(
                URLEncoder.encode(name, StandardCharsets.UTF_8),
                importer,
                digest(file),
                file.length())
            .replace("\n", "\r\n");
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    socket.setSoTimeout((int) BOUND.toMillis());
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(file.substring(0, LESS_THAN_A_CHUNK).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static void end(Socket begun, String file) throws IOException {
    begun
        .getOutputStream()
        .write(file.substring(LESS_THAN_A_CHUNK).getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (!answer.toString().endsWith("}")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  /** How far the import of a file is, -1 where it has not begun. */
  private long records(String file) {
    JsonPath imports = Feedback.as(importer).get("/v1/imports").jsonPath();
    Number records =
        imports.get(
            "items.find { it.name == '%s' && it.digest == '%s' }?.records"
                .formatted(name, digest(file)));
    return records == null ? -1 : records.longValue();
  }

  private static String longFile() {
    StringBuilder csv = new StringBuilder(SMALL);
    for (int i = 1; i < 450; i++) {
      csv.append("2026-10-05,W01,1,Row ").append(i).append(" calm".repeat(20)).append('\n');
    }
    return csv.toString();
  }

  private static String digest(String file) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** What this test's key has stored. */
  private long stored() {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement("SELECT count(*) FROM submission WHERE device_id = ?")) {
      count.setObject(
          1, UUID.fromString(Feedback.as(importer).get("/v1/devices/me").path("id").toString()));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }
}
