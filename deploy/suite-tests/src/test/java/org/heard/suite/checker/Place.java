package org.heard.suite.checker;

/** Where a record stands in Kafka. */
public record Place(String topic, int partition, long offset) {
  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }

  String log() {
    return topic + "-" + partition;
  }
}
