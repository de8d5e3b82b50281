package org.heard.feedback.records;

import java.util.Map;
import java.util.Set;
import org.heard.feedback.problem.ErrorCode;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1
 * @param values by column, null where JSON says null; null for a record that could not be read
 * @param structures columns in which JSON has an object or an array instead of a value
 * @param booleans columns in which JSON has true or false
 * @param problem why it could not be read, or null
 */
public record SourceRecord(
    long line,
    Map<String, String> values,
    Set<String> structures,
    Set<String> booleans,
    ErrorCode problem) {
  /** A record of texts. */
  public static SourceRecord of(long line, Map<String, String> values) {
    return new SourceRecord(line, values, Set.of(), Set.of(), null);
  }

  /** A record that was not read. */
  public static SourceRecord unreadable(long line, ErrorCode why) {
    return new SourceRecord(line, null, Set.of(), Set.of(), why);
  }
}
