package org.heard.feedback.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the relay from the outbox to Kafka. */
@ConfigMapping(prefix = "heard.outbox")
public interface OutboxSettings {
  /**
   * Shards, each with one owner at a time over all replicas; more than one only if a thread is
   * full.
   */
  @WithDefault("1")
  @Min(1)
  @Max(64)
  int shards();

  /** Rows read, sent and deleted together. */
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int batchRows();

  /**
   * Most facts that may wait for the broker before submissions are refused: what the disk has room
   * for. A million take one to two gigabytes.
   */
  @WithDefault("1000000")
  @Min(1)
  @Max(100_000_000)
  int maxRows();

  /** How often they are counted for that. */
  @WithDefault("1s")
  Duration countEvery();

  /** How long an idle relay waits before it looks again without having been woken. */
  @WithDefault("100ms")
  Duration idleWait();

  /**
   * Shortest time from one pass to the next, unless the first was full: each costs the broker and
   * every consumer a round, whether it carries one fact or hundreds.
   */
  @WithDefault("25ms")
  Duration gather();

  /** First wait after a failed pass; doubles up to {@link #maxBackOff}. */
  @WithDefault("200ms")
  Duration minBackOff();

  /** Longest wait between passes while the broker or the database is away. */
  @WithDefault("5s")
  Duration maxBackOff();

  /** A row that the broker refuses as impossible is parked after so many refusals. */
  @WithDefault("3")
  @Min(1)
  int maxRefusals();

  /**
   * Largest record sent; a fact larger than this is parked. The limits of a submission stay below
   * it.
   */
  @WithDefault("1000000")
  @Min(10_000)
  int maxRecordBytes();

  /** After this long without an acknowledgement a send counts as failed and is made anew. */
  @WithDefault("30s")
  Duration deliveryTimeout();

  /** How long a send may wait for metadata or buffer space. */
  @WithDefault("5s")
  Duration maxBlock();

  /**
   * Whether the topics are made if they are missing; an operator of a shared cluster turns it off.
   */
  @WithDefault("true")
  boolean createTopics();

  /** Partitions of a topic made here. */
  @WithDefault("6")
  @Min(1)
  @Max(1000)
  int topicPartitions();

  /** Replicas of a topic made here; -1 is the broker's default. */
  @WithDefault("-1")
  short topicReplicas();

  /** How long records stay on a topic. The record of truth is PostgreSQL. */
  @WithDefault("7d")
  Duration topicRetention();
}
