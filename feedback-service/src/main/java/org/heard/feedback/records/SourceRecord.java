package org.heard.feedback.records;

import java.util.Map;
import org.heard.feedback.problem.ErrorCode;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1
 * @param values by column, null where JSON says null; null for a record that could not be read
 * @param problem why it could not be read, or null
 */
public record SourceRecord(long line, Map<String, String> values, ErrorCode problem) {
  /** A record that was read. */
  public static SourceRecord of(long line, Map<String, String> values) {
    return new SourceRecord(line, values, null);
  }

  /** A record that was not. */
  public static SourceRecord unreadable(long line, ErrorCode why) {
    return new SourceRecord(line, null, why);
  }
}
