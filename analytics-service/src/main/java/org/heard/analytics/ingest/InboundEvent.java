package org.heard.analytics.ingest;

import java.util.Map;

/**
 * A record as it came, before anybody has looked into it.
 *
 * @param key may be null
 * @param headers the last value of each name, each byte one character (ISO 8859-1)
 * @param value may be null
 */
// The arrays are passed on, never compared.
@SuppressWarnings("ArrayRecordComponent")
record InboundEvent(
    Partition partition, long offset, byte[] key, Map<String, String> headers, byte[] value) {

  InboundEvent {
    headers = Map.copyOf(headers);
  }

  String topic() {
    return partition.topic();
  }
}
