package org.heard.feedback.records;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of columns in a sentence: no more of them, and no more of each, than tells them apart. */
final class ColumnNames {
  private static final int MOST = 10;
  private static final int LONGEST = 40;

  private ColumnNames() {}

  static String of(Collection<String> names) {
    String first =
        names.stream().limit(MOST).map(ColumnNames::quoted).collect(Collectors.joining(", "));
    int more = names.size() - MOST;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String quoted(String name) {
    int kept = Math.min(name.codePointCount(0, name.length()), LONGEST);
    String shown = name.substring(0, name.offsetByCodePoints(0, kept));
    return '"'
        + shown.replaceAll("\\p{Cntrl}", " ")
        + (kept < name.codePointCount(0, name.length()) ? "…" : "")
        + '"';
  }
}
