package org.heard.feedback.records;

/**
 * What a file may hold.
 *
 * @param maxRecordBytes of a record; much more in CSV means that a quote was never closed
 * @param maxColumns of a CSV file
 */
public record RecordLimits(int maxRecordBytes, int maxColumns) {}
