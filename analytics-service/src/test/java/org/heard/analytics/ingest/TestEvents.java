package org.heard.analytics.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as feedback-service would publish them, of places and people that do not exist. */
public final class TestEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestEvents() {}

  /**
   * An event to publish.
   *
   * @param topic topic and CloudEvents type
   * @param key record key
   * @param subject what it is about
   * @param json the value
   */
  public record Fact(String topic, String key, String subject, String json) {
    public byte[] bytes() {
      return json.getBytes(StandardCharsets.UTF_8);
    }

    public Map<String, String> headers() {
      return Map.of(
          "ce_type", topic, "ce_subject", subject, "ce_dataschema", "urn:heard:contract:v1");
    }

    /** The same with another value. */
    public Fact with(String otherJson) {
      return new Fact(topic, key, subject, otherJson);
    }
  }

  public static Fact organisation(String id) {
    return organisation(id, 1, "Europe/London");
  }

  public static Fact organisation(String id, int version, String zone) {
    ObjectNode json = entry("organisation", id, version);
    return directory(json.put("odsCode", "ZZ1").put("zone", zone));
  }

  public static Fact site(String id, String organisation) {
    ObjectNode json = entry("site", id, 1);
    return directory(json.put("odsCode", "ZZ" + id).put("organisationId", organisation));
  }

  public static Fact division(String id, String organisation) {
    return directory(entry("division", id, 1).put("organisationId", organisation));
  }

  public static Fact ward(String id, int version, String site, String organisation, String name) {
    ObjectNode json = entry("ward", id, version).put("name", name).put("siteId", site);
    json.put("organisationId", organisation).put("careSetting", "inpatient").putNull("formCode");
    json.putArray("divisionIds").add("D-" + organisation);
    return directory(json);
  }

  /** Organisation, site and ward, in the order that is the hardest: the ward first. */
  public static List<Fact> place(String organisation, String site, String ward) {
    return List.of(
        ward(ward, 1, site, organisation, "Ward " + ward),
        site(site, organisation),
        organisation(organisation));
  }

  private static ObjectNode entry(String kind, String id, int version) {
    ObjectNode json = JSON.createObjectNode();
    return json.put("kind", kind).put("id", id).put("version", version).put("name", "Name " + id);
  }

  private static Fact directory(ObjectNode json) {
    String key = json.get("kind").textValue() + ":" + json.get("id").textValue();
    return new Fact(Event.DIRECTORY, key, key, write(json));
  }

  /**
   * Feedback with these answers, each {@code question: text}, or {@code question[pl]: text} for one
   * that is held for its language, {@code question[?]: text} where nobody knows which that is.
   */
  public static Fact submitted(
      UUID id, int version, String organisation, String ward, Integer rating, String... answers) {
    return submittedAt("2026-10-05T08:15:30Z", id, version, organisation, ward, rating, answers);
  }

  /** The same, counted at another time. */
  public static Fact submittedAt(
      String countedAt,
      UUID id,
      int version,
      String organisation,
      String ward,
      Integer rating,
      String... answers) {
    ObjectNode json = JSON.createObjectNode();
    json.put("submissionId", id.toString()).put("version", version).put("wardId", ward);
    json.put("siteId", "S01").put("organisationId", organisation).put("rating", rating);
    ArrayNode list = json.putArray("answers");
    for (String answer : answers) {
      int colon = answer.indexOf(':');
      ObjectNode one = list.addObject();
      String[] question = answer.substring(0, colon).split("[\\[\\]]", -1);
      boolean held = question.length > 1;
      one.put("question", question[0]).put("text", answer.substring(colon + 1).strip());
      one.put("language", language(question)).put("held", held ? "LANGUAGE" : null);
      one.putArray("nameTokens");
    }
    json.put("language", "en").put("channel", "kiosk").put("mode", "electronic-discharge");
    json.put("authoredAt", countedAt).put("receivedAt", countedAt).put("countedAt", countedAt);
    json.putNull("timeFlag").put("consentToPublish", false);
    json.putObject("demographics").put("ageBand", "65-74");
    json.put("redactionVersion", "structured-1");
    return new Fact(Event.SUBMITTED, ward, id.toString(), write(json));
  }

  private static String language(String[] question) {
    if (question.length == 1) {
      return "en";
    }
    return question[1].equals("?") ? null : question[1];
  }

  /** What feedback-service had of a ward's day: these submissions. */
  public static Fact tally(String ward, String day, String asOf, UUID... ids) {
    long high = 0;
    long low = 0;
    for (UUID id : ids) {
      high ^= id.getMostSignificantBits();
      low ^= id.getLeastSignificantBits();
    }
    ObjectNode json = JSON.createObjectNode().put("wardId", ward).put("day", day);
    json.put("count", ids.length).put("xor", new UUID(high, low).toString()).put("asOf", asOf);
    return new Fact(Event.TALLY, ward, ward + "/" + day, write(json));
  }

  public static Fact erased(UUID id, int version, String organisation, String ward, String reason) {
    ObjectNode json = JSON.createObjectNode();
    json.put("submissionId", id.toString()).put("version", version).put("wardId", ward);
    json.put("organisationId", organisation).put("erasedAt", "2026-10-06T09:00:00Z");
    return new Fact(Event.ERASED, ward, id.toString(), write(json.put("reason", reason)));
  }

  private static String write(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
