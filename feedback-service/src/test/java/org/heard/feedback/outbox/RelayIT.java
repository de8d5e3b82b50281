package org.heard.feedback.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RelayIT {
  private static final Duration BOUND = Duration.ofSeconds(30);

  @Inject AgroalDataSource database;
  @Inject OutboxSettings settings;
  @Inject Relay relay;

  @BeforeEach
  void directory() {
    Feedback.directory();
    await().atMost(BOUND).until(() -> waiting() == 0);
  }

  @Test
  void publishesWhatWasCommittedWithoutIdentifiersAndForgetsIt() throws Exception {
    UUID id = UUID.randomUUID();
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(id, "Ring 07700 900123, Ash ward."))
        .then()
        .statusCode(201);
    ConsumerRecord<byte[], byte[]> fact = published(id);
    JsonNode json = new ObjectMapper().readTree(fact.value());
    assertThat(json.at("/answers/0/text").asText()).isEqualTo("Ring [PHONE], Ash ward.");
    assertThat(new String(fact.value(), UTF_8)).doesNotContain("900123");
    assertThat(new String(fact.key(), UTF_8)).isEqualTo("W01");
    assertThat(header(fact, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(fact, "ce_type")).isEqualTo("feedback.submitted");
    assertThat(header(fact, "ce_dataschema")).isEqualTo("urn:heard:contract:v1");
    assertThat(header(fact, "ce_subject")).isEqualTo(id.toString());
    assertThat(header(fact, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    await().atMost(BOUND).until(() -> waiting() == 0);
  }

  @Test
  void parksWhatTheBrokerRefusesAndMovesOn() throws Exception {
    long poison = insert("no such topic!", "W01", new byte[] {1});
    UUID after = UUID.randomUUID();
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(after, "After the poison."))
        .then()
        .statusCode(201);
    assertThat(published(after)).isNotNull();
    await().atMost(BOUND).until(() -> parkedReason(poison) != null);
    assertThat(parkedReason(poison)).isEqualTo("InvalidTopicException");
    delete(poison);
  }

  /** As if its sending began before the erasure and was refused for the last time after it. */
  @Test
  void wordsThatWereTakenBackAreNotParked() throws SQLException {
    UUID erased = UUID.randomUUID();
    UUID kept = UUID.randomUUID();
    String key = Feedback.kioskKey("W01");
    Feedback.send(key, Feedback.document(kept, "Words.")).then().statusCode(201);
    String code = Feedback.send(key, Feedback.document(erased, "Words.")).path("receiptCode");
    Feedback.takeBack(code);
    for (UUID id : List.of(erased, kept)) {
      execute(
          """
          INSERT INTO outbox (event_id, topic, key, subject, time, payload, traceparent,
            shard_hash, parked_at)
          VALUES (gen_random_uuid(), 'feedback.submitted', 'W01', '%s', now(), '{}', '', 0, now())
          """
              .formatted(id));
    }
    try (OutboxShard shard = OutboxShard.tryOwn(database.getConnection(), 7, 8)) {
      shard.refused(rowOf(erased), "RecordTooLargeException", 1);
      shard.refused(rowOf(kept), "RecordTooLargeException", 1);
    }
    assertThat(parked(erased)).isZero();
    assertThat(parked(kept)).isOne();
    execute("DELETE FROM outbox WHERE subject = '" + kept + "'");
  }

  private long rowOf(UUID subject) throws SQLException {
    return Long.parseLong(
        string(
            "SELECT id FROM outbox WHERE parked_at IS NOT NULL AND subject = '" + subject + "'"));
  }

  private int parked(UUID subject) throws SQLException {
    return Integer.parseInt(
        string(
            "SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL AND subject = '"
                + subject
                + "'"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void hasOneOwner() throws SQLException {
    // The running service owns shard 0, so nobody else may.
    await().atMost(BOUND).until(() -> OutboxShard.tryOwn(database.getConnection(), 0, 1) == null);
    try (OutboxShard other = OutboxShard.tryOwn(database.getConnection(), 7, 8)) {
      assertThat(other).isNotNull();
      assertThat(OutboxShard.tryOwn(database.getConnection(), 7, 8)).isNull();
    }
    try (OutboxShard again = OutboxShard.tryOwn(database.getConnection(), 7, 8)) {
      assertThat(again).as("released by its last owner").isNotNull();
    }
  }

  @Test
  void aPauseEndsWhenTheLoopIsToldToStop() throws Exception {
    RelayLoop loop =
        new RelayLoop(
            () -> OutboxShard.tryOwn(database.getConnection(), 7, 8),
            () -> new FactProducer(new MockProducer<>(), Duration.ofMinutes(1)),
            gathering(Duration.ofHours(1)),
            published -> {});
    Thread thread = new Thread(loop, "relay that gathers");
    thread.setDaemon(true);
    thread.start();
    await().atMost(BOUND).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    loop.stop();
    await().atMost(BOUND).until(() -> !thread.isAlive());
    assertThat(loop.death()).isNull();
  }

  private OutboxSettings gathering(Duration gather) {
    return (OutboxSettings)
        Proxy.newProxyInstance(
            OutboxSettings.class.getClassLoader(),
            new Class<?>[] {OutboxSettings.class},
            (proxy, asked, none) ->
                asked.getName().equals("gather") ? gather : asked.invoke(settings));
  }

  @Test
  void isAlive() {
    assertThat(relay.loops()).hasSize(settings.shards()).allMatch(loop -> loop.death() == null);
  }

  private long insert(String topic, String key, byte[] payload) throws SQLException {
    try (Connection connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO outbox (event_id, topic, key, subject, time, payload, traceparent, shard_hash)
                VALUES (gen_random_uuid(), ?, ?, 'test', now(), ?, ?, ?) RETURNING id
                """)) {
      insert.setString(1, topic);
      insert.setString(2, key);
      insert.setBytes(3, payload);
      insert.setString(4, TraceParent.fresh());
      insert.setInt(5, key.hashCode());
      try (var row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void delete(long row) throws SQLException {
    try (Connection connection = database.getConnection();
        var delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ?")) {
      delete.setLong(1, row);
      delete.executeUpdate();
    }
  }

  private String parkedReason(long row) throws SQLException {
    return string("SELECT last_error FROM outbox WHERE parked_at IS NOT NULL AND id = " + row);
  }

  private int waiting() throws SQLException {
    return Integer.parseInt(string("SELECT count(*) FROM outbox WHERE parked_at IS NULL"));
  }

  private String string(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static String header(ConsumerRecord<?, ?> fact, String name) {
    return new String(fact.headers().lastHeader(name).value(), UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> published(UUID submission) throws IOException {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", Backends.bootstrapServers(), "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor("feedback.submitted").stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      Instant end = Instant.now().plus(BOUND);
      while (found.isEmpty() && Instant.now().isBefore(end)) {
        for (ConsumerRecord<byte[], byte[]> fact : consumer.poll(Duration.ofMillis(200))) {
          if (header(fact, "ce_subject").equals(submission.toString())) {
            found.add(fact);
          }
        }
      }
      return found.get(0);
    }
  }
}
