package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heard.analytics.directory.DirectoryEntry;
import org.heard.analytics.reconciliation.PublishedTally;
import org.heard.analytics.tagging.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The publisher's golden files, read by this consumer. No folder or an empty one is a failure. */
class ContractTest {
  // Escapes: half a surrogate pair has no bytes of its own.
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final EventDecoder DECODER = new EventDecoder();

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          Event.SUBMITTED,
          List.of(
              "submissionId",
              "version",
              "wardId",
              "siteId",
              "organisationId",
              "answers",
              "channel",
              "mode",
              "authoredAt",
              "receivedAt",
              "countedAt",
              "consentToPublish",
              "redactionVersion"),
          Event.ERASED,
          List.of("submissionId", "version", "wardId", "organisationId", "erasedAt", "reason"),
          Event.TALLY,
          List.of("wardId", "day", "count", "xor", "asOf"),
          "organisation",
          List.of("kind", "id", "version", "name", "zone"),
          "site",
          List.of("kind", "id", "version", "name", "organisationId"),
          "division",
          List.of("kind", "id", "version", "name", "organisationId"),
          "ward",
          List.of("kind", "id", "version", "name", "siteId", "organisationId", "divisionIds"));

  private record Golden(String name, String topic, ObjectNode json) {
    static Golden read(Path file) {
      try {
        String name = file.getFileName().toString();
        String topic = name.replaceFirst("(-.*)?\\.json$", "");
        return new Golden(name, topic, (ObjectNode) JSON.readTree(Files.readString(file)));
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }

    Event decode() {
      return decodeAs(json);
    }

    Event decodeAs(JsonNode changed) {
      return DECODER.decode(inbound(topic, write(changed)));
    }

    private static String write(JsonNode json) {
      try {
        return JSON.writeValueAsString(json);
      } catch (JsonProcessingException impossible) {
        throw new AssertionError(impossible);
      }
    }

    List<String> required() {
      return REQUIRED.get(json.has("kind") ? json.get("kind").textValue() : topic);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static InboundEvent inbound(String topic, String json) {
    return new InboundEvent(
        new Partition(topic, 0),
        0,
        new byte[0],
        Map.of("ce_type", topic, "ce_dataschema", "urn:heard:contract:v1"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  static List<Golden> goldens() throws IOException, URISyntaxException {
    URL folder = ContractTest.class.getResource("/contract/v1");
    assertThat(folder).as("the publisher's golden files").isNotNull();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      List<Golden> goldens =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(Golden::read)
              .toList();
      assertThat(goldens).hasSizeGreaterThanOrEqualTo(10);
      return goldens;
    }
  }

  static Stream<Arguments> requiredFields() throws IOException, URISyntaxException {
    return goldens().stream()
        .flatMap(golden -> golden.required().stream().map(f -> Arguments.of(golden, f)));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everyGoldenIsRead(Golden golden) {
    assertThat(golden.decode()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void anUnknownFieldIsIgnored(Golden golden) {
    ObjectNode more = golden.json().deepCopy();
    more.putObject("fieldOfALaterRelease").put("a", 1);
    more.path("answers").forEach(answer -> ((ObjectNode) answer).put("later", true));

    assertThat(golden.decodeAs(more)).isEqualTo(golden.decode());
  }

  @ParameterizedTest
  @MethodSource("requiredFields")
  void aMissingRequiredFieldIsRefused(Golden golden, String field) {
    ObjectNode less = golden.json().deepCopy();
    less.remove(field);
    ObjectNode nulled = golden.json().deepCopy().putNull(field);

    for (JsonNode changed : List.of(less, nulled)) {
      assertThatExceptionOfType(UnusableEvent.class)
          .isThrownBy(() -> golden.decodeAs(changed))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(ParkReason.INVALID));
    }
  }

  @Test
  void theFullestSubmissionIsReadInFull() throws Exception {
    Event.Submitted event = (Event.Submitted) golden("feedback.submitted-fullest.json").decode();

    assertThat(event.submissionId())
        .isEqualTo(UUID.fromString("7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4"));
    assertThat(event.version()).isEqualTo(1);
    assertThat(event.wardId()).isEqualTo("W01");
    assertThat(event.organisationId()).isEqualTo("O01");
    assertThat(event.rating()).isEqualTo(2);
    assertThat(event.countedAt()).isEqualTo(Instant.parse("2026-10-05T08:15:30Z"));
    assertThat(event.consentToPublish()).isTrue();
    assertThat(event.answers()).hasSize(3);
    assertThat(event.answers().get(0))
        .isEqualTo(
            new Event.Answer(
                Question.GOOD,
                "The night nurse sat with me until I stopped shaking.",
                "en",
                false));
    assertThat(event.answers().get(2).heldForLanguage()).isTrue();
  }

  @Test
  void aTallyIsRead() throws Exception {
    assertThat(golden("feedback.tally.json").decode())
        .isEqualTo(
            new Event.Tallied(
                new PublishedTally(
                    "W01",
                    LocalDate.parse("2026-10-05"),
                    41,
                    UUID.fromString("7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4"),
                    Instant.parse("2026-10-06T01:14:00.000250Z"))));
  }

  @ParameterizedTest
  @CsvSource({"count,-1", "count,1.5", "count,\"41\"", "day,\"5 October\"", "xor,\"0\"", "asOf,0"})
  void aTallyThatCannotBeIsRefused(String field, String value) throws Exception {
    Golden golden = golden("feedback.tally.json");
    ObjectNode changed = golden.json().deepCopy();
    changed.set(field, JSON.readTree(value));

    assertThatExceptionOfType(UnusableEvent.class).isThrownBy(() -> golden.decodeAs(changed));
  }

  @Test
  void theLimitsFit() throws Exception {
    Event.Submitted event = (Event.Submitted) golden("feedback.submitted-limits.json").decode();

    assertThat(event.version()).isEqualTo(Integer.MAX_VALUE);
    assertThat(event.answers()).hasSize(5).allMatch(answer -> answer.text().length() == 4000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31T06:00:00Z", "0001-01-01T00:00:00Z", "9999-01-01T17:59:59Z"})
  void aDevicesClockMaySayAnything(String authoredAt) throws Exception {
    Golden golden = golden("feedback.submitted-smallest.json");

    assertThat(golden.decodeAs(golden.json().deepCopy().put("authoredAt", authoredAt)))
        .isEqualTo(golden.decode());
  }

  @Test
  void tokensMayMakeATextLongerThanItWasWritten() throws Exception {
    String longest = "[POSTCODE], ".repeat(2_000).substring(0, 16_000);

    assertThat(((Event.Submitted) withText(longest)).answers().get(0).text()).isEqualTo(longest);
    assertThatExceptionOfType(UnusableEvent.class).isThrownBy(() -> withText(longest + "."));
  }

  private static Event withText(String text) throws Exception {
    Golden golden = golden("feedback.submitted-fullest.json");
    ObjectNode changed = golden.json().deepCopy();
    ((ObjectNode) changed.path("answers").path(0)).put("text", text);
    return golden.decodeAs(changed);
  }

  @Test
  void anOrganisationBringsItsZone() throws Exception {
    assertThat(golden("directory.changed-organisation.json").decode())
        .isEqualTo(
            new Event.DirectoryChanged(
                new DirectoryEntry.Organisation(
                    "O01", 1, "Northmoor Hospitals", ZoneId.of("Europe/London"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rating|7",
        "rating|0",
        "rating|\"1\"",
        "version|0",
        "version|2147483648",
        "version|1.5",
        "submissionId|\"W01\"",
        "countedAt|\"yesterday\"",
        "countedAt|\"+12026-10-05T08:15:30Z\"",
        "consentToPublish|\"true\"",
        "wardId|\"\"",
        "wardId|\"W\\u0000\"",
        "answers|{}",
        "answers|[1]",
        "answers|[{\"question\":\"who\",\"text\":\"a\"}]",
        "answers|[{\"question\":\"why\",\"text\":null}]",
        "answers|[{\"question\":\"why\",\"text\":\"\\ud83d\"}]",
        "answers|[{\"question\":\"why\",\"text\":\"a\",\"held\":\"OTHER\"}]",
        "demographics|{\"ageBand\":\"\\u0000\"}",
      })
  void aValueThatCannotBeIsRefused(String field, String value) throws Exception {
    Golden golden = golden("feedback.submitted-fullest.json");
    ObjectNode changed = golden.json().deepCopy();
    changed.set(field, JSON.readTree(value));

    assertThatExceptionOfType(UnusableEvent.class)
        .isThrownBy(() -> golden.decodeAs(changed))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(ParkReason.INVALID));
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
    Partition partition = new Partition(Event.SUBMITTED, 0);
    Map<String, String> right =
        Map.of("ce_type", Event.SUBMITTED, "ce_dataschema", "urn:heard:contract:v1");
    Map<String, String> later =
        Map.of("ce_type", Event.SUBMITTED, "ce_dataschema", "urn:heard:contract:v2");

    assertReason(ParkReason.UNKNOWN_TYPE, new InboundEvent(partition, 0, null, Map.of(), value));
    assertReason(ParkReason.UNKNOWN_VERSION, new InboundEvent(partition, 0, null, later, value));
    assertReason(ParkReason.UNREADABLE, new InboundEvent(partition, 0, null, right, null));
    assertReason(ParkReason.UNREADABLE, inbound(Event.SUBMITTED, "{\"a\":"));
    assertReason(ParkReason.UNREADABLE, inbound(Event.SUBMITTED, "{} {}"));
    assertReason(ParkReason.UNREADABLE, inbound(Event.SUBMITTED, "[".repeat(50)));
    assertReason(ParkReason.INVALID, inbound(Event.SUBMITTED, "[]"));
  }

  private static void assertReason(ParkReason reason, InboundEvent event) {
    assertThatExceptionOfType(UnusableEvent.class)
        .isThrownBy(() -> DECODER.decode(event))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static Golden golden(String name) throws IOException, URISyntaxException {
    return goldens().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
  }
}
