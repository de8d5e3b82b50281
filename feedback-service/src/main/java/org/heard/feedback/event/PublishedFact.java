package org.heard.feedback.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact ready to be published: what stands in the outbox and then on a topic.
 *
 * @param id CloudEvents id; the same fact always has the same id
 * @param topic Kafka topic, equal to the CloudEvents type
 * @param key Kafka record key
 * @param subject what the fact is about: a submission id, or kind and id of a directory entry
 * @param time when it became a fact
 * @param payload JSON, UTF-8
 */
public record PublishedFact(
    UUID id, String topic, String key, String subject, Instant time, byte[] payload) {}
