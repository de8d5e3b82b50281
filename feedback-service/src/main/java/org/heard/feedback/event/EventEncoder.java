package org.heard.feedback.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Turns facts into what is published. The bytes are a contract: {@code contract/v1}. */
public final class EventEncoder {
  /** CloudEvents {@code dataschema} of everything encoded here. */
  public static final String SCHEMA = "urn:heard:contract:v1";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private EventEncoder() {}

  /** A submission or a change of one, keyed by ward so that a ward's facts stay together. */
  public static PublishedFact encode(FeedbackSubmitted fact) {
    String subject = fact.submissionId().toString();
    return new PublishedFact(
        stableId(FeedbackSubmitted.TOPIC, subject, fact.version()),
        FeedbackSubmitted.TOPIC,
        fact.wardId(),
        subject,
        fact.receivedAt(),
        json(fact));
  }

  /** An erasure, keyed by ward as what it takes back. */
  public static PublishedFact encode(FeedbackErased fact) {
    String subject = fact.submissionId().toString();
    return new PublishedFact(
        stableId(FeedbackErased.TOPIC, subject, fact.version()),
        FeedbackErased.TOPIC,
        fact.wardId(),
        subject,
        fact.erasedAt(),
        json(fact));
  }

  /** The state of a directory entry, keyed by kind and id for compaction. */
  public static PublishedFact encode(DirectoryChanged fact, Instant changedAt) {
    String subject = fact.kind() + ":" + fact.id();
    return new PublishedFact(
        stableId(DirectoryChanged.TOPIC, subject, fact.version()),
        DirectoryChanged.TOPIC,
        subject,
        subject,
        changedAt,
        json(fact));
  }

  /** How much a ward-day holds; each tally is a fact of its own. */
  public static PublishedFact encode(FeedbackTally fact) {
    String subject = fact.wardId() + "/" + fact.day();
    return new PublishedFact(
        stableId(FeedbackTally.TOPIC, subject + "/" + fact.asOf(), 1),
        FeedbackTally.TOPIC,
        fact.wardId(),
        subject,
        fact.asOf(),
        json(fact));
  }

  /** The same fact published twice, even after it was rebuilt, has the same id. */
  private static UUID stableId(String type, String subject, int version) {
    String name = type + "/" + subject + "/" + version;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] json(Object fact) {
    try {
      return JSON.writeValueAsBytes(fact);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a fact of our own could not be encoded", impossible);
    }
  }
}
