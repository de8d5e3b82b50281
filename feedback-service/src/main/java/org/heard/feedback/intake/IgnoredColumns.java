package org.heard.feedback.intake;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a file that no field is mapped to: what stands in them is lost, and whoever sends
 * the file should know before it is.
 */
final class IgnoredColumns {
  /** A name need only be recognised. */
  private static final int MAX_NAME_CODE_POINTS = 100;

  private final Collection<String> mapped;
  private final int max;
  private final Set<String> names = new LinkedHashSet<>();

  /**
   * @param max names kept: lines of JSON may have others in every record
   */
  IgnoredColumns(Collection<String> mapped, int max) {
    this.mapped = mapped;
    this.max = max;
  }

  /** Looks at the columns of one more record. */
  void see(Set<String> columns) {
    for (String column : columns) {
      if (names.size() < max && !mapped.contains(column)) {
        names.add(cut(column));
      }
    }
  }

  /** In the order in which they came. */
  List<String> names() {
    return List.copyOf(names);
  }

  private static String cut(String name) {
    int kept = Math.min(name.codePointCount(0, name.length()), MAX_NAME_CODE_POINTS);
    return name.substring(0, name.offsetByCodePoints(0, kept));
  }
}
