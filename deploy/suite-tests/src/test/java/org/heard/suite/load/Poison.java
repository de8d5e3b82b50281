package org.heard.suite.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.heard.suite.checker.Place;

/** Records that no consumer can apply: each must end up parked, by its place. */
public final class Poison {
  private static final String TOPIC = "feedback.submitted";

  private final String bootstrapServers;
  private final Set<Place> places = ConcurrentHashMap.newKeySet();

  /**
   * @param port of the broker
   */
  public Poison(int port) {
    this.bootstrapServers = "127.0.0.1:" + port;
  }

  /** Puts one record of each kind among the events of a ward. */
  public void spread(String ward) throws InterruptedException {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String value : List.of("not JSON at all", "{\"submissionId\": \"no id\"}", "")) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(
                TOPIC,
                ward.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
        header(record.headers(), "ce_type", TOPIC);
        header(record.headers(), "ce_dataschema", "urn:heard:contract:v1");
        RecordMetadata sent = producer.send(record).get();
        places.add(new Place(sent.topic(), sent.partition(), sent.offset()));
      }
    } catch (ExecutionException refused) {
      throw new AssertionError("the broker did not take the poison", refused);
    }
  }

  /** Where it was put. */
  public Set<Place> places() {
    return Set.copyOf(places);
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
