package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever comes to a door that takes many: no 5xx, every refusal a problem document, and stored is
 * exactly what was reported as stored. {@code heard.junk.seed} and {@code heard.junk.inputs} choose
 * others, and more.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class JunkIT {
  private static final long SEED = Long.getLong("heard.junk.seed", 20261126L);
  private static final int INPUTS = Integer.getInteger("heard.junk.inputs", 2500);
  private static final int CHECKED_EVERY = 100;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FRAGMENTS =
      List.of(
          "\"", "\"\"", ",", "\n", "\r\n", "\r", "\u0000", "{", "}", "[", "]", ":", "null", "1e999",
          "-1", "\\u0000", "\\ud800", "\uFEFF", "é", "😀", "=1+1", "#NAME?", " ", "W99", "true");

  /** A door, what is right there, and how it is asked. */
  enum Door {
    BATCH("application/x-ndjson", "/v1/feedback/batch"),
    CSV(
        "text/csv",
        "/v1/feedback/batch?name=junk&map=id%3Dref&map=text%3Dcomment&map=rating%3Dscore&map=ward%3Dward"),
    JSON_LINES(
        "application/jsonl",
        "/v1/feedback/batch?name=junk&map=id%3Dref&map=text%3Dcomment&map=rating%3Dscore&map=ward%3Dward");

    private final String type;
    private final String path;

    Door(String type, String path) {
      this.type = type;
      this.path = path;
    }

    private String right(Random random) {
      return switch (this) {
        case BATCH ->
            (Feedback.document(new UUID(random.nextLong(), random.nextLong()), "Calm.")
                        .replace("\n", " ")
                    + "\n")
                .repeat(1 + random.nextInt(2));
        case CSV ->
            "ref,comment,score,ward\n%d,\"Calm, and\nkind\",2,W01\n%d,Fine,Very good,W02\n"
                .formatted(random.nextInt(1000), random.nextInt());
        case JSON_LINES ->
            "{\"ref\":%d,\"comment\":\"Calm\",\"score\":2,\"ward\":\"W01\"}\n{\"score\":1,\"ward\":\"W02\"}\n"
                .formatted(random.nextInt(1000));
      };
    }
  }

  @Inject AgroalDataSource database;

  private final HttpClient client = HttpClient.newHttpClient();
  private String importer;

  @BeforeEach
  void importer() {
    Feedback.directory();
    importer = Feedback.importerKey();
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void isRefusedOrStoredAsReported(Door door) throws Exception {
    Random random = new Random(SEED + door.name().hashCode());
    long expected = stored();
    for (int i = 1; i <= INPUTS; i++) {
      byte[] input = spoil(door.right(random).getBytes(StandardCharsets.UTF_8), random);
      expected += accepted(door, i, send(door, input));
      if (i % CHECKED_EVERY == 0) {
        assertThat(stored()).as("after input %d of seed %d", i, SEED).isEqualTo(expected);
      }
    }
  }

  private long accepted(Door door, int input, HttpResponse<String> answer) throws IOException {
    String which = "%s input %d of seed %d: %s".formatted(door, input, SEED, answer.body());
    assertThat(answer.statusCode()).as(which).isLessThan(500);
    if (answer.statusCode() != 200) {
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(which)
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      return 0;
    }
    assertThat(answer.body()).as(which).doesNotContain("INTERNAL");
    if (door == Door.BATCH) {
      return answer.body().lines().filter(line -> line.contains("\"accepted\"")).count();
    }
    JsonNode done = JSON.readTree(answer.body());
    return done.get("accepted").asLong();
  }

  private HttpResponse<String> send(Door door, byte[] input) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + door.path))
            .header("Authorization", "Bearer " + importer)
            .header("Content-Type", door.type)
            .POST(BodyPublishers.ofByteArray(input))
            .build(),
        BodyHandlers.ofString());
  }

  /**
   * Some bytes turned, some pieces lost, doubled or put in; now and then nothing is left as it was.
   */
  private static byte[] spoil(byte[] right, Random random) {
    if (random.nextInt(20) == 0) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = right;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(12));
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> turned(bytes, at, random);
            case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            default ->
                joined(
                    joined(Arrays.copyOf(bytes, at), fragment(random)),
                    Arrays.copyOfRange(bytes, at, bytes.length));
          };
    }
    return bytes;
  }

  private static byte[] turned(byte[] bytes, int at, Random random) {
    if (at < bytes.length) {
      bytes[at] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static byte[] fragment(Random random) {
    return FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private long stored() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM submission");
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
