package org.heard.analytics.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.apache.kafka.clients.consumer.GroupProtocol;

/** How events are taken in. */
@ConfigMapping(prefix = "heard.ingest")
interface IngestConfig {
  /** Off in tests that drive the handler themselves. */
  @WithDefault("true")
  boolean enabled();

  /** Replicas of one deployment share the partitions of one group. */
  @WithDefault("analytics")
  String groupId();

  /**
   * How the group shares partitions: {@code classic}, or {@code consumer} (KIP-848, brokers from
   * 4.0) where the broker hands them out one by one and nobody stops for it.
   */
  @WithDefault("classic")
  GroupProtocol groupProtocol();

  /** Events a transaction: enough to make its commit cheap, few enough to be done in a second. */
  @WithDefault("500")
  @Min(1)
  @Max(5000)
  int maxPollRecords();

  /** Bytes a poll, all partitions together: bounds the memory of a batch. */
  @WithDefault("4194304")
  @Min(65536)
  int maxPollBytes();

  /** Wait for events; also how long a stop may go unnoticed. */
  @WithDefault("500ms")
  Duration pollTimeout();

  /**
   * A poll that takes so much longer is ended and a new session begun: the client's timers go by
   * the wall clock, and where that is set back by an hour, a poll under way lasts an hour.
   */
  @WithDefault("10s")
  Duration pollOverdue();

  /**
   * So long a replica may stand still in a transaction until the server ends it: another can have
   * its partitions then. Longer than tagging a hundred of what is parked takes.
   */
  @WithDefault("10s")
  Duration transactionIdle();

  /**
   * So long a lock is waited for until the batch is tried again; longer than {@code
   * transaction-idle}, so that a frozen replica is outwaited, and shorter than the socket's
   * timeout, which would leave a session that nobody reads in the queue.
   */
  @WithDefault("20s")
  Duration lockWait();

  /** How often topics are looked for: feedback-service may create them after our start. */
  @WithDefault("3s")
  Duration metadataMaxAge();

  /**
   * After this silence the broker gives a killed replica's partitions to another; with the protocol
   * {@code consumer} the broker's own setting says so.
   */
  @WithDefault("8s")
  Duration sessionTimeout();

  /**
   * How often what is parked is looked through, the first time at the start: for what can be
   * applied by now, and what was erased.
   */
  @WithDefault("1h")
  String parkedEvery();

  /** First wait after a failure; doubles up to the longest. */
  @WithDefault("200ms")
  Duration firstBackoff();

  /**
   * Longest wait: well below the poll interval that Kafka allows, so that we keep our partitions.
   */
  @WithDefault("10s")
  Duration longestBackoff();

  /** Without a poll, or a next try while database or broker are away, the loop counts as dead. */
  @WithDefault("5m")
  Duration stalledAfter();

  /** How long a stop waits for the batch under way; its transaction is rolled back after that. */
  @WithDefault("10s")
  Duration stopWithin();
}
