package org.heard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

  private static final Duration BOUND = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void keepsItsRecordsOverCloseAndStart() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(settings(0))) {
      send(broker, "before");
    }
    try (KafkaBroker broker = KafkaBroker.start(settings(0))) {
      assertThat(read(broker)).containsExactly("before");
    }
  }

  @Test
  void keepsItsRecordsOverSigkillAndStartsAgainOnTheSamePort() throws Exception {
    KafkaBroker killed = KafkaBroker.start(settings(0));
    send(killed, "before");
    assertThat(ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly()).isTrue();
    await().atMost(BOUND).untilAsserted(() -> assertThat(killed.onExit()).isCompleted());

    String address = killed.bootstrapServers();
    int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
    try (KafkaBroker broker = KafkaBroker.start(settings(port))) {
      assertThat(broker.bootstrapServers()).isEqualTo(address);
      assertThat(read(broker)).containsExactly("before");
    }
  }

  @Test
  void makesNoTopicByItselfAndStampsRecordsItself() throws Exception {
    try (KafkaBroker broker = KafkaBroker.temporary();
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThatThrownBy(
              () ->
                  admin.describeTopics(List.of("unmade")).allTopicNames().get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      send(broker, "stamped");
      try (var consumer = consumer(broker)) {
        var records = consumer.poll(BOUND);
        assertThat(records.iterator().next().timestampType())
            .isEqualTo(TimestampType.LOG_APPEND_TIME);
      }
    }
  }

  // A library for one of these may be missing on the broker's class path.
  @Test
  void takesRecordsHoweverTheyAreCompressed() throws Exception {
    String text = "x".repeat(10_000);
    try (KafkaBroker broker = KafkaBroker.temporary()) {
      for (String compression : List.of("none", "gzip", "snappy", "lz4", "zstd")) {
        send(broker, text, Map.of("compression.type", compression));
      }
      assertThat(read(broker)).hasSize(5).allMatch(text::equals);
    }
  }

  @Test
  void runsTwiceAtOnce() {
    try (KafkaBroker one = KafkaBroker.temporary();
        KafkaBroker two = KafkaBroker.temporary()) {
      assertThat(one.bootstrapServers()).isNotEqualTo(two.bootstrapServers());
    }
  }

  private KafkaBroker.Settings settings(int port) {
    return new KafkaBroker.Settings(folder.resolve("data"), port, 0, folder.resolve("kafka.log"));
  }

  private static void send(KafkaBroker broker, String value) throws Exception {
    send(broker, value, Map.of());
  }

  private static void send(KafkaBroker broker, String value, Map<String, Object> more)
      throws Exception {
    Map<String, Object> config = new HashMap<>(more);
    config.put("bootstrap.servers", broker.bootstrapServers());
    config.put("delivery.timeout.ms", 20_000);
    config.put("request.timeout.ms", 10_000);
    try (Admin admin = Admin.create(config);
        var producer =
            new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      if (!admin.listTopics().names().get(30, TimeUnit.SECONDS).contains("kept")) {
        admin
            .createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
            .all()
            .get(30, TimeUnit.SECONDS);
      }
      producer.send(new ProducerRecord<>("kept", value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> read(KafkaBroker broker) {
    try (var consumer = consumer(broker)) {
      return StreamSupport.stream(consumer.poll(BOUND).spliterator(), false)
          .map(record -> record.value())
          .toList();
    }
  }

  private static KafkaConsumer<String, String> consumer(KafkaBroker broker) {
    var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer());
    TopicPartition partition = new TopicPartition("kept", 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    return consumer;
  }
}
