package org.heard.feedback.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;

/**
 * JSON that is mostly well formed and nearly a resource: elements put where others belong, taken
 * away, doubled, nested, and now and then some bytes turned. No 5xx, every answer a valid resource,
 * and stored is what was said to be. {@code heard.junk.seed} and {@code heard.junk.inputs} choose
 * others, and more.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FhirJunkIT {
  private static final long SEED = Long.getLong("heard.junk.seed", 20261126L);
  private static final int INPUTS = Integer.getInteger("heard.junk.inputs", 2500);
  private static final int CHECKED_EVERY = 100;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FULL =
      """
      {"resourceType": "QuestionnaireResponse", "language": "en", "status": "completed",
       "identifier": {"use": "official", "system": "urn:x", "value": "v",
                      "period": {"start": "2026"}, "assigner": {"display": "x"}},
       "meta": {"lastUpdated": "2026-10-05T09:15:30Z", "tag": [{"code": "x"}]},
       "text": {"status": "empty", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">x</div>"},
       "questionnaire": "urn:heard:fhir:Questionnaire:fft",
       "subject": {"reference": "Patient/1", "identifier": {"value": "x"}},
       "authored": "2026-10-05T09:15:30+01:00", "author": {"display": "x"},
       "item": [
        {"linkId": "fft-overall", "text": "Overall?", "answer": [{"valueCoding": {
          "system": "urn:heard:fhir:CodeSystem:fft-rating", "code": "2", "display": "Good"}}]},
        {"linkId": "fft-good", "id": "a", "answer": [{"valueString": "Calm"}]},
        {"linkId": "fft-why", "answer": [{"id": "b", "valueString": "Kind"}]}]}
      """;

  /** What is put where something else stood, or beside it. */
  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "2.5",
          "1e999",
          "99999999999999999999",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[{}]",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"2026\"",
          "\"urn:uuid:x\"",
          "\"<div/>\"",
          "{\"code\": \"1\"}",
          "{\"value\": \"x\"}",
          "{\"reference\": \"#x\"}",
          "[{\"url\": \"urn:x\", \"valueString\": \"x\"}]",
          "[{\"resourceType\": \"Patient\"}]",
          "{\"start\": \"never\"}",
          "{\"contentType\": \"text/plain\", \"data\": \"!\"}");

  private static final List<String> NAMES =
      List.of(
          "contained",
          "extension",
          "modifierExtension",
          "implicitRules",
          "_status",
          "item",
          "answer",
          "valueAttachment",
          "valueBoolean",
          "valueDate",
          "valueDateTime",
          "valueDecimal",
          "valueInteger",
          "valueQuantity",
          "valueReference",
          "valueString",
          "valueTime",
          "valueUri",
          "value[x]",
          "value",
          "id",
          "linkId",
          "text",
          "definition",
          "meta",
          "status",
          "authored",
          "source",
          "fhir_comments",
          "resourceType",
          "");

  @Inject AgroalDataSource database;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(SEED);

  @Test
  void isRefusedOrStoredAsReported() throws Exception {
    Feedback.directory();
    String key = Feedback.importerKey();
    long expected = stored();
    for (int i = 1; i <= INPUTS; i++) {
      byte[] input = spoilt();
      HttpResponse<String> answer = send(key, input);
      String which =
          "input %d of seed %d: %s%n%s"
              .formatted(i, SEED, new String(input, StandardCharsets.UTF_8), answer.body());
      assertThat(answer.statusCode()).as(which).isLessThan(500);
      if (answer.statusCode() >= 300) {
        Resources.read(OperationOutcome.class, answer.body());
      } else {
        Resources.read(QuestionnaireResponse.class, answer.body());
        expected += answer.statusCode() == 201 ? 1 : 0;
      }
      if (i % CHECKED_EVERY == 0) {
        assertThat(stored()).as(which).isEqualTo(expected);
      }
    }
  }

  private byte[] spoilt() throws JsonProcessingException {
    ObjectNode resource = (ObjectNode) JSON.readTree(FULL);
    ((ObjectNode) resource.get("identifier"))
        .put("value", new UUID(random.nextLong(), random.nextLong()).toString());
    for (int i = random.nextInt(4); i > 0; i--) {
      List<JsonNode> places = new ArrayList<>();
      containers(resource, places);
      spoil(one(places));
    }
    byte[] bytes = resource.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(10) == 0 ? random.nextInt(4) : 0; i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  private void spoil(JsonNode place) throws JsonProcessingException {
    JsonNode piece = JSON.readTree(one(PIECES));
    if (place instanceof ArrayNode array) {
      int at = array.isEmpty() ? 0 : random.nextInt(array.size());
      switch (random.nextInt(3)) {
        case 0 -> array.insert(at, piece);
        case 1 -> array.add(array.isEmpty() ? piece : array.get(at).deepCopy());
        default -> array.remove(at);
      }
    } else if (place instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String there = names.isEmpty() ? "x" : one(names);
      switch (random.nextInt(4)) {
        case 0 -> object.set(there, piece);
        case 1 -> object.set(one(NAMES), piece);
        case 2 -> object.set(one(NAMES), names.isEmpty() ? piece : object.get(there).deepCopy());
        default -> object.remove(there);
      }
    }
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private HttpResponse<String> send(String key, byte[] resource) throws Exception {
    return client.send(
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + Resources.DOOR + "?ward=W01"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", Resources.FHIR)
            .POST(BodyPublishers.ofByteArray(resource))
            .build(),
        BodyHandlers.ofString());
  }

  private long stored() throws SQLException {
    try (var connection = database.getConnection();
        var count = connection.prepareStatement("SELECT count(*) FROM submission");
        var row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
