package org.heard.analytics.ingest;

import java.time.Duration;
import org.apache.kafka.clients.consumer.GroupProtocol;

/** Small batches and short waits: more can go wrong in less time. */
record FastIngest(String groupId, GroupProtocol groupProtocol) implements IngestConfig {

  @Override
  public boolean enabled() {
    return true;
  }

  @Override
  public int maxPollRecords() {
    return 25;
  }

  @Override
  public int maxPollBytes() {
    return 1_000_000;
  }

  @Override
  public Duration pollOverdue() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Duration pollTimeout() {
    return Duration.ofMillis(100);
  }

  @Override
  public Duration transactionIdle() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Duration lockWait() {
    return Duration.ofSeconds(20);
  }

  @Override
  public Duration metadataMaxAge() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration sessionTimeout() {
    return Duration.ofSeconds(8);
  }

  @Override
  public String parkedEvery() {
    return "off";
  }

  @Override
  public Duration firstBackoff() {
    return Duration.ofMillis(50);
  }

  @Override
  public Duration longestBackoff() {
    return Duration.ofMillis(500);
  }

  @Override
  public Duration stalledAfter() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration stopWithin() {
    return Duration.ofSeconds(20);
  }
}
