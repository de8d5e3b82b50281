package org.heard.suite.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/** A hospital's own system that sends one QuestionnaireResponse a request. */
final class FhirDoor extends OneByOne {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LINKS = List.of("fft-good", "fft-improve");

  private final String key;

  /**
   * @param key an importer's
   */
  FhirDoor(int port, String key) {
    super(port);
    this.key = key;
  }

  @Override
  Entry send(Sent sent) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request(
                "/v1/fhir/QuestionnaireResponse?ward=" + sent.wardId(),
                "application/fhir+json",
                key,
                resource(sent)),
            BodyHandlers.ofString());
    Entry.Kind kind = kind(answer.statusCode());
    requireNoWords(answer.body(), List.of(sent));
    if (answer.statusCode() >= 300) {
      return Entry.of(kind, sent, "");
    }
    JsonNode stored = RunningSuite.parse(answer.body());
    return Entry.of(
        kind,
        sent,
        promise(stored.at("/extension/0/valueString").asText(), stored.at("/meta/lastUpdated")));
  }

  private static String resource(Sent sent) {
    ObjectNode resource = JSON.createObjectNode();
    resource.put("resourceType", "QuestionnaireResponse").put("status", "completed");
    resource.putObject("identifier").put("value", "urn:uuid:" + sent.id());
    resource.put("authored", sent.authoredAt().toString());
    ArrayNode items = resource.putArray("item");
    answer(items, "fft-overall").put("valueInteger", sent.rating());
    for (int i = 0; i < sent.texts().size(); i++) {
      answer(items, LINKS.get(i)).put("valueString", sent.texts().get(i));
    }
    return resource.toString();
  }

  private static ObjectNode answer(ArrayNode items, String link) {
    return items.addObject().put("linkId", link).putArray("answer").addObject();
  }
}
