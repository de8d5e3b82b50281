package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.heard.analytics.reconciliation.Backlog;

/** The ends of the topics that facts come from, against the offsets stored with their results. */
@ApplicationScoped
class PublishedSoFar implements Backlog {
  private static final List<String> TOPICS =
      List.of(Event.SUBMITTED, Event.ERASED, Event.DIRECTORY);
  private static final int TIMEOUT_MS = 5_000;

  private final DataSource database;
  private final Offsets offsets;
  private final String bootstrapServers;

  PublishedSoFar(
      DataSource database,
      Offsets offsets,
      @ConfigProperty(name = "heard.kafka.bootstrap-servers") String bootstrapServers) {
    this.database = database;
    this.offsets = offsets;
    this.bootstrapServers = bootstrapServers;
  }

  /** Where each partition of one cluster ended. */
  record Ends(String clusterId, Map<Partition, Long> offsets) implements Mark {
    Ends {
      offsets = Map.copyOf(offsets);
    }
  }

  @Override
  public Mark mark() throws Unknown {
    // Asked for once a night: a client that stays open would be the dearer way.
    try (Admin admin = Admin.create(settings())) {
      return ends(admin);
    } catch (ExecutionException | KafkaException away) {
      throw new Unknown(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Unknown(stopping);
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        TIMEOUT_MS,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        TIMEOUT_MS);
  }

  private static Ends ends(Admin admin) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    admin
        .describeTopics(TOPICS)
        .allTopicNames()
        .get()
        .forEach(
            (topic, description) ->
                description
                    .partitions()
                    .forEach(
                        partition ->
                            asked.put(
                                new TopicPartition(topic, partition.partition()),
                                OffsetSpec.latest())));
    Map<Partition, Long> ends =
        admin.listOffsets(asked).all().get().entrySet().stream()
            .collect(
                Collectors.toMap(
                    end -> new Partition(end.getKey().topic(), end.getKey().partition()),
                    end -> end.getValue().offset()));
    return new Ends(admin.describeCluster().clusterId().get(), ends);
  }

  @Override
  public boolean isReadUpTo(Mark mark) throws SQLException {
    Ends ends = (Ends) mark;
    try (Connection connection = database.getConnection()) {
      Map<Partition, Long> stored = offsets.all(connection, ends.clusterId());
      return ends.offsets().entrySet().stream()
          .allMatch(end -> stored.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
  }
}
