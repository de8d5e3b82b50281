package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes Kafka consumers. */
@ApplicationScoped
class Consumers {
  /** Three heartbeats may be lost before the broker gives up on us. */
  private static final int HEARTBEATS_A_SESSION = 4;

  private final IngestConfig config;
  // A property, not a mapping: other programs have names of their own under heard.kafka.
  private final String bootstrapServers;

  Consumers(
      IngestConfig config,
      @ConfigProperty(name = "heard.kafka.bootstrap-servers") String bootstrapServers) {
    this.config = config;
    this.bootstrapServers = bootstrapServers;
  }

  Consumer<byte[], byte[]> open(ClusterSeen cluster) {
    return new KafkaConsumer<>(settings(), cluster, cluster);
  }

  private Map<String, Object> settings() {
    int session = Math.toIntExact(config.sessionTimeout().toMillis());
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.groupId());
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "analytics-service");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Where the stored offset is not on the broker, the session says so and goes on by itself.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxPollRecords());
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, config.maxPollBytes());
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, config.maxPollBytes());
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, (int) config.metadataMaxAge().toMillis());
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, session);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, config.groupProtocol().name());
    if (config.groupProtocol() == GroupProtocol.CLASSIC) {
      // With the other protocol both are the broker's, and the client refuses them.
      settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
      settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_A_SESSION);
    } else {
      // As the client does it by itself with the other one. The broker's own choice counts
      // partitions of all topics alike, and can leave one of two replicas without submissions.
      settings.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, "range");
    }
    return settings;
  }
}
