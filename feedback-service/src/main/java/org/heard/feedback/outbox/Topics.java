package org.heard.feedback.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.heard.feedback.event.DirectoryChanged;
import org.heard.feedback.event.FeedbackSubmitted;
import org.heard.feedback.event.FeedbackTally;

/** The topics this service publishes to; the publisher owns them as it owns the schema. */
final class Topics {
  private Topics() {}

  /**
   * Makes those that are missing; leaves the others as they are. LogAppendTime, because a sender's
   * wrong clock must not decide how long a record is kept.
   */
  static void create(Admin admin, OutboxSettings settings) throws InterruptedException {
    Map<String, String> retained =
        Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(settings.topicRetention().toMillis()));
    Map<String, String> compacted =
        Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT);
    List<NewTopic> topics = new ArrayList<>();
    topics.add(topic(FeedbackSubmitted.TOPIC, settings).configs(retained));
    topics.add(topic("feedback.erased", settings).configs(retained));
    topics.add(topic(FeedbackTally.TOPIC, settings).configs(retained));
    topics.add(topic(DirectoryChanged.TOPIC, settings).configs(compacted));
    for (var made : admin.createTopics(topics).values().values()) {
      try {
        made.get();
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof TopicExistsException)) {
          throw new KafkaException("topics could not be made", failed.getCause());
        }
      }
    }
    requireLeaders(admin, topics.stream().map(NewTopic::name).toList());
  }

  /**
   * A topic is known before its partitions have leaders, and an idempotent producer that starts in
   * between can lose its sequence and only fails once its delivery has timed out.
   */
  private static void requireLeaders(Admin admin, List<String> names) throws InterruptedException {
    try {
      for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
        if (topic.partitions().stream().anyMatch(p -> p.leader() == null || p.leader().isEmpty())) {
          throw new KafkaException("topics are still without leaders");
        }
      }
    } catch (ExecutionException failed) {
      throw new KafkaException("topics could not be described", failed.getCause());
    }
  }

  private static NewTopic topic(String name, OutboxSettings settings) {
    Optional<Short> replicas =
        settings.topicReplicas() < 1 ? Optional.empty() : Optional.of(settings.topicReplicas());
    return new NewTopic(name, Optional.of(settings.topicPartitions()), replicas);
  }
}
