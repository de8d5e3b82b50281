package org.heard.analytics.ingest;

/** Another consumer has moved this partition on: the batch was rolled back. */
class Fenced extends Exception {
  Fenced(Partition partition) {
    super(partition.topic() + "-" + partition.number());
  }
}
