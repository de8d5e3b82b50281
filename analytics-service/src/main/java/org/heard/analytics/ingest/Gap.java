package org.heard.analytics.ingest;

/**
 * Where a partition does not go on where it should.
 *
 * @param expected the offset that should have come
 * @param next the one it goes on with instead
 */
record Gap(Partition partition, long expected, long next) {

  /** What has happened to the log. */
  enum Kind {
    /** Records are gone that were never read here. */
    LOST,
    /** The log ends before what was read: it was cut off or begun anew. */
    CUT_OFF
  }

  Kind kind() {
    return next > expected ? Kind.LOST : Kind.CUT_OFF;
  }

  /** Records that can never be read here; 0 if it is not known how many. */
  long records() {
    return Math.max(0, next - expected);
  }
}
