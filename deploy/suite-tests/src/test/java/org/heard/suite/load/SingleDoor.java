package org.heard.suite.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Function;
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/** A kiosk's submission. */
final class SingleDoor extends OneByOne {
  private final Function<String, String> keys;

  /**
   * @param keys the key to send for a ward
   */
  SingleDoor(int port, Function<String, String> keys) {
    super(port);
    this.keys = keys;
  }

  @Override
  Entry send(Sent sent) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request("/v1/feedback", "application/json", keys.apply(sent.wardId()), sent.json()),
            BodyHandlers.ofString());
    Entry.Kind kind = kind(answer.statusCode());
    if (answer.statusCode() >= 300) {
      requireNoWords(answer.body(), List.of(sent));
      return Entry.of(kind, sent, "");
    }
    JsonNode stored = RunningSuite.parse(answer.body());
    return Entry.of(
        kind, sent, promise(stored.path("receiptCode").asText(), stored.path("receivedAt")));
  }
}
