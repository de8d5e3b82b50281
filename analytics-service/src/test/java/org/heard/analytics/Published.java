package org.heard.analytics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.heard.analytics.ingest.TestEvents;

/** Publishes events as feedback-service would: creates the topics, then sends. */
public final class Published implements AutoCloseable {
  private static final List<String> TOPICS =
      List.of("feedback.submitted", "feedback.erased", "directory.changed", "feedback.tally");

  private final KafkaProducer<byte[], byte[]> producer;

  /** A publisher on a broker, on which topics may or may not be there yet. */
  public Published(String bootstrapServers) throws InterruptedException, ExecutionException {
    createTopics(bootstrapServers);
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // As feedback-service: on a topic just made, a second batch may overtake the first.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  private static void createTopics(String bootstrapServers)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing =
          TOPICS.stream()
              .filter(topic -> !there.contains(topic))
              .map(topic -> new NewTopic(topic, 3, (short) 1))
              .toList();
      admin.createTopics(missing).all().get();
    }
  }

  /** Sends and waits until the broker has everything; a fact that it does not take is a failure. */
  public void publish(List<TestEvents.Fact> facts) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (TestEvents.Fact fact : facts) {
      sent.add(producer.send(record(fact)));
    }
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  private static ProducerRecord<byte[], byte[]> record(TestEvents.Fact fact) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            fact.topic(), fact.key().getBytes(StandardCharsets.UTF_8), fact.bytes());
    fact.headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
