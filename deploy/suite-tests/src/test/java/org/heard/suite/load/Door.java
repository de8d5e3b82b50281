package org.heard.suite.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/** A way into feedback-service. */
abstract class Door {
  /** A kiosk that waits longer than this tries again. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final int port;
  private final AtomicInteger taken = new AtomicInteger();

  Door(int port) {
    this.port = port;
  }

  /** Sends submissions and says of each, in order, what the answer promises. */
  abstract List<Entry> send(List<Sent> submissions) throws InterruptedException;

  /** Notes that so many more submissions were acknowledged here. */
  void count(int more) {
    taken.addAndGet(more);
  }

  int counted() {
    return taken.get();
  }

  int port() {
    return port;
  }

  HttpRequest request(String path, String type, String key, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Content-Type", type)
        .header("Authorization", "Bearer " + key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** A refusal says what is wrong, never what was said. */
  static void requireNoWords(String answer, List<Sent> submissions) {
    for (Sent sent : submissions) {
      if (sent.texts().stream().anyMatch(answer::contains)) {
        throw new AssertionError("an answer quotes what " + sent.id() + " said");
      }
    }
  }

  /** What every answer to the same submission must say. */
  static String promise(String receiptCode, JsonNode receivedAt) {
    return receiptCode + " " + receivedAt.asText();
  }

  /** What an HTTP status without more says. */
  static Entry.Kind kind(int status) {
    return switch (status) {
      case 200 -> Entry.Kind.REPEATED;
      case 201 -> Entry.Kind.CREATED;
      case REQUEST_TIMEOUT, TOO_MANY_REQUESTS -> Entry.Kind.UNKNOWN;
      default -> status >= 400 && status < 500 ? Entry.Kind.FAIL : Entry.Kind.UNKNOWN;
    };
  }
}
