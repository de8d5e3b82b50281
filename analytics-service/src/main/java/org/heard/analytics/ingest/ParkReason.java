package org.heard.analytics.ingest;

/** Why an event was put aside. */
enum ParkReason {
  /** Not UTF-8, not JSON, or no value at all. */
  UNREADABLE,
  /** A type that is not of its topic. */
  UNKNOWN_TYPE,
  /** A contract that a later release may read. */
  UNKNOWN_VERSION,
  /** A required field is missing or a value cannot be. */
  INVALID,
  /** Its ward is not in the directory yet; applied when it is. */
  UNKNOWN_WARD,
  /** The tagger failed on one of its comments. */
  TAGGER_FAILED,
  /** It alone makes its transaction fail. */
  REJECTED
}
