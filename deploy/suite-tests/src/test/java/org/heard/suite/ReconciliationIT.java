package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka loses what nobody has read; the record is in PostgreSQL, and every comment comes back. */
class ReconciliationIT {
  @TempDir Path folder;
  // One moment for all, so that midnight does not come between them.
  private final Instant authored = Instant.now();
  private String key;
  private String admin;

  @Test
  void everyCommentOfADeletedLogSegmentComesBack() throws Exception {
    try (RunningSuite suite =
        RunningSuite.start(folder, Map.of("HEARD_RECONCILIATION_MARGIN", "1s"))) {
      key = Command.run("device", suite.withPort("import", "--ward", "W07", "--importer")).out();
      admin = suite.token("admin");
      List<UUID> seventh = new ArrayList<>(post(suite, "W07", 20));
      awaitSubmissions(suite, "W07", 20);
      signal("-STOP", suite.service("analytics-service"));
      seventh.addAll(post(suite, "W07", 20));
      List<UUID> eighth = post(suite, "W08", 10);
      await()
          .atMost(RunningSuite.SECONDS_LATER)
          .until(() -> suite.metrics(7).contains("\nheard_outbox_waiting 0.0"));

      kill(suite.service("kafka.Kafka"));
      assertThat(deleteSegments()).as("segments with records").isPositive();
      kill(suite.service("analytics-service"));
      awaitSubmissions(suite, "W07", 20);

      assertThat(feedback(suite, "/v1/events/tally", "")).isEqualTo(2);
      Set<String> days = awaitMismatches(suite);
      await()
          .atMost(RunningSuite.SECONDS_LATER)
          .untilAsserted(
              () ->
                  assertThat(suite.metrics(8))
                      .contains("\nheard_reconciliation_mismatched_ward_days 2.0")
                      .contains(
                          "heard_ingest_gaps_total{kind=\"cut-off\",topic=\"feedback.submitted\""));

      days.forEach(day -> feedback(suite, "/v1/events/redrive", day));
      awaitSubmissions(suite, "W07", 40);
      awaitSubmissions(suite, "W08", 10);
      assertThat(listed(suite, "W07")).containsExactlyInAnyOrderElementsOf(seventh);
      assertThat(listed(suite, "W08")).containsExactlyInAnyOrderElementsOf(eighth);
      await()
          .atMost(RunningSuite.SECONDS_LATER)
          .until(() -> mismatches(suite, "open").get("total").asInt() == 0);
      assertThat(mismatches(suite, "resolved").get("total").asInt()).isEqualTo(2);
    }
  }

  /** Both ward-days, as the bodies of the requests to send them again. */
  private Set<String> awaitMismatches(RunningSuite suite) {
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .untilAsserted(
            () -> assertThat(mismatches(suite, "open").get("total").asInt()).isEqualTo(2));
    Set<String> days = new HashSet<>();
    for (JsonNode mismatch : mismatches(suite, "open").get("items")) {
      boolean seventh = mismatch.get("wardId").asText().equals("W07");
      assertThat(mismatch.get("expected").asInt()).isEqualTo(seventh ? 40 : 10);
      assertThat(mismatch.get("found").asInt()).isEqualTo(seventh ? 20 : 0);
      days.add(
          "{\"wardId\": %s, \"day\": %s}".formatted(mismatch.get("wardId"), mismatch.get("day")));
    }
    return days;
  }

  private JsonNode mismatches(RunningSuite suite, String state) {
    return suite.gateway("/reconciliation?state=" + state, admin);
  }

  private int feedback(RunningSuite suite, String path, String body) {
    HttpResponse<String> answer = suite.feedback(path, admin, body);
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(202);
    return RunningSuite.parse(answer.body()).get("events").asInt();
  }

  private List<UUID> post(RunningSuite suite, String ward, int count) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID id = UUID.randomUUID();
      String document =
          """
          {"id": "%s", "wardId": "%s", "rating": 2, "channel": "import", "authoredAt": "%s",
           "answers": [{"question": "good", "text": "They listened to me, patient %d."}]}
          """
              .formatted(id, ward, authored, i);
      assertThat(suite.feedback("/v1/feedback", key, document).statusCode()).isEqualTo(201);
      ids.add(id);
    }
    return ids;
  }

  private static void awaitSubmissions(RunningSuite suite, String ward, int count) {
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .untilAsserted(() -> assertThat(suite.submissions(ward)).isEqualTo(count));
  }

  private static List<UUID> listed(RunningSuite suite, String ward) {
    String leader = suite.token("ward-leader", "--units", ward);
    List<UUID> ids = new ArrayList<>();
    suite
        .gateway("/wards/" + ward + "/comments?limit=200", leader)
        .get("items")
        .forEach(comment -> ids.add(UUID.fromString(comment.get("submissionId").asText())));
    return ids;
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    assertThat(new ProcessBuilder("kill", name, process.pid() + "").start().waitFor()).isZero();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Deletes every segment of the submissions that holds records; the broker is dead meanwhile. */
  private long deleteSegments() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("kafka"))) {
      List<Path> segments =
          files
              .filter(file -> file.toString().endsWith(".log"))
              .filter(
                  file ->
                      file.getParent()
                          .getFileName()
                          .toString()
                          .matches("feedback[.]submitted-\\d+"))
              .filter(file -> file.toFile().length() > 0)
              .toList();
      for (Path segment : segments) {
        Files.delete(segment);
      }
      return segments.size();
    }
  }
}
