package org.heard.local.load;

import java.util.Map;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1
 * @param values by column, in the file's order; null when the record could not be read
 */
record SourceRow(long line, Map<String, String> values) {

  static SourceRow unreadable(long line) {
    return new SourceRow(line, null);
  }

  boolean isReadable() {
    return values != null;
  }
}
