package org.heard.feedback.records;

/**
 * What a file may hold.
 *
 * @param maxRecordBytes of a record; much more in CSV means that a quote was never closed
 * @param maxColumns of a CSV file, or of a record in JSON
 * @param maxTokens of a record in JSON
 */
public record RecordLimits(int maxRecordBytes, int maxColumns, int maxTokens) {
  /** Those of CSV; no record has more tokens than bytes. */
  public RecordLimits(int maxRecordBytes, int maxColumns) {
    this(maxRecordBytes, maxColumns, maxRecordBytes);
  }
}
