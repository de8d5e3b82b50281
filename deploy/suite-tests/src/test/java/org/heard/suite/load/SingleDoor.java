package org.heard.suite.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/** One submission a request. */
final class SingleDoor extends Door {
  private final Function<String, String> keys;

  /**
   * @param keys the key to send for a ward
   */
  SingleDoor(int port, Function<String, String> keys) {
    super(port);
    this.keys = keys;
  }

  @Override
  List<Entry> send(List<Sent> submissions) throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    for (Sent sent : submissions) {
      entries.add(send(sent));
    }
    return entries;
  }

  private Entry send(Sent sent) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          client.send(
              request("/v1/feedback", "application/json", keys.apply(sent.wardId()), sent.json()),
              BodyHandlers.ofString());
      Entry.Kind kind = kind(answer.statusCode());
      if (answer.statusCode() >= 300) {
        requireNoWords(answer.body(), List.of(sent));
      }
      return Entry.of(kind, sent, answer.statusCode() < 300 ? promise(answer.body()) : "");
    } catch (IOException broken) {
      return Entry.of(Entry.Kind.UNKNOWN, sent, "");
    }
  }

  private static String promise(String body) {
    JsonNode answer = RunningSuite.parse(body);
    return answer.path("receiptCode").asText() + " " + answer.path("receivedAt").asText();
  }
}
