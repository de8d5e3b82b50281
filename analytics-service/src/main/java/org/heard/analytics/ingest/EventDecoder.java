package org.heard.analytics.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.OptionalInt;
import org.heard.analytics.directory.DirectoryEntry;
import org.heard.analytics.reconciliation.PublishedTally;
import org.heard.analytics.tagging.Question;

/**
 * Reads events. Unknown fields are ignored, a missing required field or a value that cannot be is
 * refused: Kafka is not trusted more than any other caller. The contract and its golden files are
 * feedback-service's.
 */
class EventDecoder {
  private static final String SCHEMA = "urn:heard:contract:v1";
  private static final String TYPE_HEADER = "ce_type";
  private static final String SCHEMA_HEADER = "ce_dataschema";
  private static final int MAX_ANSWERS = 5;

  /** The contract's: 4,000 as written, and tokens are longer than some identifiers they replace. */
  private static final int MAX_TEXT_CODE_POINTS = 16_000;

  private static final int MAX_DIVISIONS = 100;
  private static final String HELD_FOR_LANGUAGE = "LANGUAGE";

  /** Deeper than any event of the contract is; a hostile one must not exhaust the stack. */
  private static final int MAX_DEPTH = 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * The fact in an event.
   *
   * @throws UnusableEvent with the reason to park it
   */
  Event decode(InboundEvent inbound) {
    if (!Objects.equals(inbound.headers().get(TYPE_HEADER), inbound.topic())) {
      throw new UnusableEvent(ParkReason.UNKNOWN_TYPE, "not a type of this topic");
    }
    if (!SCHEMA.equals(inbound.headers().get(SCHEMA_HEADER))) {
      throw new UnusableEvent(ParkReason.UNKNOWN_VERSION, "a contract not known here");
    }
    Fields fields = new Fields(parse(inbound.value()));
    return switch (inbound.topic()) {
      case Event.SUBMITTED -> submitted(fields);
      case Event.ERASED -> erased(fields);
      case Event.TALLY -> new Event.Tallied(tally(fields));
      case Event.DIRECTORY -> new Event.DirectoryChanged(entry(fields));
      default -> throw new UnusableEvent(ParkReason.UNKNOWN_TYPE, "a topic not known here");
    };
  }

  /** The version of an event, whatever else cannot be read of it; empty if that cannot, either. */
  static OptionalInt version(InboundEvent inbound) {
    try {
      return OptionalInt.of(new Fields(parse(inbound.value())).version());
    } catch (UnusableEvent unreadable) {
      return OptionalInt.empty();
    }
  }

  private static JsonNode parse(byte[] value) {
    if (value == null) {
      throw new UnusableEvent(ParkReason.UNREADABLE, "no value");
    }
    try {
      return JSON.readTree(value);
    } catch (IOException garbled) {
      // Without its cause: the parser's message quotes what it read.
      throw new UnusableEvent(ParkReason.UNREADABLE, "not JSON");
    }
  }

  private static Event submitted(Fields fields) {
    fields.name("siteId");
    fields.anyInstant("authoredAt");
    fields.name("redactionVersion");
    return new Event.Submitted(
        fields.uuid("submissionId"),
        fields.version(),
        fields.name("wardId"),
        fields.name("organisationId"),
        fields.optionalInt("rating", 1, 6),
        fields.list("answers", MAX_ANSWERS, EventDecoder::answer),
        fields.name("channel"),
        fields.name("mode"),
        fields.instant("receivedAt"),
        fields.instant("countedAt"),
        fields.bool("consentToPublish"),
        fields.optionalJson("demographics"));
  }

  private static Event.Answer answer(JsonNode node) {
    Fields fields = new Fields(node);
    String text = fields.text("text");
    Fields.require(text.codePointCount(0, text.length()) <= MAX_TEXT_CODE_POINTS, "text");
    String held = fields.optionalName("held");
    // Another word would come with a later contract; showing what it holds back is the worse guess.
    Fields.require(held == null || held.equals(HELD_FOR_LANGUAGE), "held");
    Question question =
        Question.of(fields.name("question"))
            .orElseThrow(() -> UnusableEvent.invalid("question is not known"));
    return new Event.Answer(question, text, fields.optionalName("language"), held != null);
  }

  private static Event erased(Fields fields) {
    return new Event.Erased(
        fields.uuid("submissionId"),
        fields.version(),
        fields.name("wardId"),
        fields.name("organisationId"),
        fields.instant("erasedAt"),
        fields.name("reason"));
  }

  private static PublishedTally tally(Fields fields) {
    return new PublishedTally(
        fields.name("wardId"),
        fields.date("day"),
        fields.count("count"),
        fields.uuid("xor"),
        fields.instant("asOf"));
  }

  private static DirectoryEntry entry(Fields fields) {
    String id = fields.name("id");
    int version = fields.version();
    String name = fields.name("name");
    return switch (fields.name("kind")) {
      case "organisation" ->
          new DirectoryEntry.Organisation(id, version, name, zone(fields.name("zone")));
      case "site" ->
          new DirectoryEntry.Site(
              id, version, name, fields.optionalName("odsCode"), fields.name("organisationId"));
      case "division" ->
          new DirectoryEntry.Division(id, version, name, fields.name("organisationId"));
      case "ward" ->
          new DirectoryEntry.Ward(
              id,
              version,
              name,
              fields.name("siteId"),
              fields.name("organisationId"),
              fields.names("divisionIds", MAX_DIVISIONS),
              fields.optionalName("careSetting"));
      default -> throw UnusableEvent.invalid("kind is not known");
    };
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw UnusableEvent.invalid("zone is not known");
    }
  }
}
