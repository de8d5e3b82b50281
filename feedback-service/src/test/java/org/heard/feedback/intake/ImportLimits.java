package org.heard.feedback.intake;

/** Limits that a test can reach. */
record ImportLimits(
    long maxBytes,
    int maxRecords,
    int maxRecordBytes,
    int maxColumns,
    int maxProblems,
    int chunkRecords,
    int maxConcurrent,
    int maxConcurrentPerKey)
    implements ImportSettings {
  static final ImportLimits SMALL = new ImportLimits(1_000_000, 10, 200, 4, 3, 2, 1, 1);
}
