package org.heard.feedback.records;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of columns in a sentence: no more of them, and no more of each, than tells them apart. */
final class ColumnNames {
  private static final int MOST = 10;
  private static final int LONGEST = 40;

  /** One to three words that begin with a letter, and no sentence. */
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_()/#.-]*( [\\p{L}\\p{M}\\p{N}_()/#-]+){0,2}");

  private static final int LONGEST_NAME = 30;

  private ColumnNames() {}

  /**
   * The same of names that a file has: none of them unless each looks like one, as a file without a
   * header begins with what somebody wrote.
   */
  static String ofFile(Collection<String> names) {
    List<String> filled = names.stream().filter(name -> !name.isBlank()).toList();
    return filled.stream().map(String::strip).allMatch(ColumnNames::looksLikeOne)
        ? of(filled)
        : names.size() + (names.size() == 1 ? " column" : " columns");
  }

  private static boolean looksLikeOne(String name) {
    return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }

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
