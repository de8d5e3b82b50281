package org.heard.analytics.ingest;

import java.util.Map;
import java.util.UUID;

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

  private static final String SUBJECT_HEADER = "ce_subject";
  private static final int UUID_CHARACTERS = 36;

  InboundEvent {
    headers = Map.copyOf(headers);
  }

  String topic() {
    return partition.topic();
  }

  /**
   * The submission whose words these are, as its headers say, so that it is known of one that
   * cannot be read, too; null for none.
   */
  UUID submission() {
    String subject = headers.getOrDefault(SUBJECT_HEADER, "");
    if (!topic().equals(Event.SUBMITTED) || subject.length() != UUID_CHARACTERS) {
      return null;
    }
    try {
      return UUID.fromString(subject);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
