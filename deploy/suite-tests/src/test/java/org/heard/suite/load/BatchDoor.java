package org.heard.suite.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/** Many submissions a request; a line without an answer is unknown. */
final class BatchDoor extends Door {
  private final String key;

  BatchDoor(int port, String key) {
    super(port);
    this.key = key;
  }

  @Override
  List<Entry> send(List<Sent> submissions) throws InterruptedException {
    String body = submissions.stream().map(Sent::json).collect(Collectors.joining("\n", "", "\n"));
    List<Entry> entries = new ArrayList<>();
    try {
      HttpResponse<InputStream> answer =
          client.send(
              request("/v1/feedback/batch", "application/x-ndjson", key, body),
              BodyHandlers.ofInputStream());
      if (answer.statusCode() == 200) {
        read(answer.body(), submissions, entries);
      } else {
        requireNoWords(
            new String(answer.body().readAllBytes(), StandardCharsets.UTF_8), submissions);
        Entry.Kind kind = kind(answer.statusCode());
        submissions.forEach(sent -> entries.add(Entry.of(kind, sent, "")));
      }
    } catch (IOException broken) {
      // What was read before counts; the rest is unknown.
    }
    submissions
        .subList(entries.size(), submissions.size())
        .forEach(sent -> entries.add(Entry.of(Entry.Kind.UNKNOWN, sent, "")));
    return entries;
  }

  private static void read(InputStream body, List<Sent> submissions, List<Entry> entries)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); isWhole(line); line = lines.readLine()) {
        requireNoWords(line, submissions);
        JsonNode result = RunningSuite.parse(line);
        entries.add(Entry.of(kind(result), submissions.get(entries.size()), ""));
      }
    }
  }

  /** A cut in mid-answer can leave half a line. */
  private static boolean isWhole(String line) {
    return line != null && line.endsWith("}") && line.startsWith("{");
  }

  private static Entry.Kind kind(JsonNode result) {
    return switch (result.path("status").asText()) {
      case "accepted" -> Entry.Kind.CREATED;
      case "duplicate" -> Entry.Kind.REPEATED;
      case "rejected" -> kind(result.at("/problem/status").asInt());
      default -> Entry.Kind.UNKNOWN;
    };
  }
}
