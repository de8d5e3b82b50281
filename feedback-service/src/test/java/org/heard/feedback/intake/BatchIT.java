package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class BatchIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static String importer;

  @BeforeEach
  void devices() {
    if (importer == null) {
      Feedback.directory();
      importer = Feedback.importerKey();
    }
  }

  @Test
  void answersEachLineInOrderAndLosesNoneToABadOne() throws IOException {
    UUID first = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    String lines =
        String.join(
            "\n",
            line(first, "Good."),
            "{\"id\": broken",
            line(third, "Fine.").replace("\"rating\": 2", "\"rating\": 8"),
            "",
            line(first, "Good."),
            line(first, "Other."),
            line(UUID.randomUUID(), "Nowhere.").replace("W01", "W99"),
            line(UUID.randomUUID(), "Nowhere.")
                .replace("W01", "W99")
                .replace("\"rating\": 2", "\"rating\": 8"));
    List<JsonNode> results = results(post(lines));
    assertThat(results).extracting(r -> r.get("line").asInt()).containsExactly(1, 2, 3, 5, 6, 7, 8);
    assertThat(results)
        .extracting(r -> r.get("status").asText())
        .containsExactly(
            "accepted", "rejected", "rejected", "duplicate", "rejected", "rejected", "rejected");
    assertThat(results.get(1).get("id").isNull()).isTrue();
    assertThat(results.get(2).get("id").asText()).isEqualTo(third.toString());
    assertThat(results)
        .extracting(r -> r.path("problem").path("code").asText())
        .containsExactly(
            "",
            "INVALID_JSON",
            "INVALID_RATING",
            "",
            "ID_REUSED",
            "UNKNOWN_WARD",
            "VALIDATION_FAILED");
    assertThat(results.get(6).at("/problem/errors").findValuesAsText("code"))
        .containsExactly("INVALID_RATING", "UNKNOWN_WARD");
  }

  @Test
  void takesMoreLinesThanOneTransactionHolds() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      lines.append(line(UUID.randomUUID(), "Line " + i)).append("\r\n");
    }
    assertThat(results(post(lines.toString())))
        .hasSize(250)
        .allMatch(result -> result.get("status").asText().equals("accepted"));
  }

  @Test
  void answersAnEmptyBatchWithNothing() throws IOException {
    assertThat(results(post(""))).isEmpty();
  }

  @Test
  void refusesMoreLinesThanTheLimit() {
    post("\n".repeat(100_001)).then().statusCode(413).body("code", equalTo("TOO_MANY_LINES"));
  }

  @Test
  void refusesALineLongerThanASubmissionMayBe() throws IOException {
    List<JsonNode> results = results(post(" ".repeat(300_000) + line(UUID.randomUUID(), "x")));
    assertThat(results.get(0).path("problem").path("code").asText()).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void refusesAnotherMediaType() {
    Feedback.as(importer)
        .body("{}")
        .post("/v1/feedback/batch")
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
  }

  private static String line(UUID id, String text) {
    return Feedback.document(id, text).replace("\n", " ");
  }

  private static Response post(String lines) {
    RestAssuredConfig plain =
        RestAssuredConfig.config()
            .encoderConfig(
                EncoderConfig.encoderConfig()
                    .defaultContentCharset("UTF-8")
                    .encodeContentTypeAs(
                        "application/x-ndjson", io.restassured.http.ContentType.TEXT));
    return Feedback.as(importer)
        .config(plain)
        .contentType("application/x-ndjson")
        .body(lines)
        .post("/v1/feedback/batch");
  }

  private static List<JsonNode> results(Response answer) throws IOException {
    answer.then().statusCode(200);
    List<JsonNode> results = new ArrayList<>();
    for (String line : answer.asString().lines().toList()) {
      results.add(JSON.readTree(line));
    }
    return results;
  }
}
