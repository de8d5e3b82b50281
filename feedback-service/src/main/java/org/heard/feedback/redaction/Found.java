package org.heard.feedback.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identifier in a text.
 *
 * @param start its first UTF-16 code unit
 * @param end one past its last
 */
record Found(IdentifierKind kind, int start, int end) {
  /** Adds whatever a pattern finds; of each match the group is the identifier. */
  static void collect(
      Pattern pattern, int group, String text, IdentifierKind kind, List<Found> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.end(group) > matcher.start(group)) {
        found.add(new Found(kind, matcher.start(group), matcher.end(group)));
      }
    }
  }
}
