package org.heard.analytics.ingest;

import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Passes bytes through and notes which cluster they come from: the client tells its deserialisers
 * whenever it has learnt the cluster's id.
 */
class ClusterSeen implements Deserializer<byte[]>, ClusterResourceListener {
  private volatile String clusterId;

  @Override
  public byte[] deserialize(String topic, byte[] data) {
    return data;
  }

  @Override
  public void onUpdate(ClusterResource cluster) {
    clusterId = cluster.clusterId();
  }

  /** Null until the client has reached a broker. */
  String clusterId() {
    return clusterId;
  }
}
