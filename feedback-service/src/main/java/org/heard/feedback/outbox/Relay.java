package org.heard.feedback.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts, wakes and stops one relay loop a shard. */
@ApplicationScoped
public class Relay {
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final AgroalDataSource database;
  private final OutboxSettings settings;
  private final String bootstrapServers;
  private final Counter published;
  private final List<RelayLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Relay(
      AgroalDataSource database,
      OutboxSettings settings,
      MeterRegistry meters,
      @ConfigProperty(name = "heard.kafka.bootstrap-servers") String bootstrapServers) {
    this.database = database;
    this.settings = settings;
    this.bootstrapServers = bootstrapServers;
    this.published =
        Counter.builder("heard.outbox.published")
            .description("Facts acknowledged by the broker")
            .register(meters);
  }

  void start(@Observes StartupEvent started) {
    for (int i = 0; i < settings.shards(); i++) {
      int shard = i;
      RelayLoop loop =
          new RelayLoop(
              () -> OutboxShard.tryOwn(database.getConnection(), shard, settings.shards()),
              this::openProducer,
              settings,
              published::increment);
      Thread thread = new Thread(loop, "outbox-relay-" + shard);
      thread.setDaemon(true);
      loops.add(loop);
      threads.add(thread);
      thread.start();
    }
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Appended appended) {
    loops.forEach(RelayLoop::wake);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    loops.forEach(RelayLoop::stop);
    for (Thread thread : threads) {
      thread.join(STOP_WAIT.toMillis());
    }
  }

  /** The loops, for the health check. */
  List<RelayLoop> loops() {
    return loops;
  }

  private FactProducer openProducer() throws InterruptedException {
    if (settings.createTopics()) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
        Topics.create(admin, settings);
      }
    }
    return new FactProducer(
        new KafkaProducer<>(producerConfig(), new ByteArraySerializer(), new ByteArraySerializer()),
        settings.deliveryTimeout().multipliedBy(2));
  }

  private Map<String, Object> producerConfig() {
    int delivery = Math.toIntExact(settings.deliveryTimeout().toMillis());
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        // A partition whose leader is not quite there refuses a producer's first batch and may take
        // its second; with more than one under way the first is out of order from then on, and
        // waits in vain until its delivery times out.
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
        1,
        ProducerConfig.LINGER_MS_CONFIG,
        5,
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        settings.maxRecordBytes(),
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        settings.maxBlock().toMillis(),
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        delivery / 3,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        delivery);
  }
}
