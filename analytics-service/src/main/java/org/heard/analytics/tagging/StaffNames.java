package org.heard.analytics.tagging;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tokens that stand for names of staff in one comment, such as {@code [STAFF-1]}; those of
 * patients and relatives are none.
 *
 * @param praised stand in clear praise and nowhere else
 * @param doubtful all others
 * @param doubtsAll whether the comment may criticise somebody whom another answer of the same
 *     submission names
 */
public record StaffNames(Set<String> praised, Set<String> doubtful, boolean doubtsAll) {
  static final StaffNames NONE = new StaffNames(Set.of(), Set.of(), false);

  private static final String OPENING = "[STAFF-";
  private static final Pattern TOKEN = Pattern.compile("\\[STAFF-[0-9]{1,6}\\]");

  public StaffNames {
    praised = Set.copyOf(praised);
    doubtful = Set.copyOf(doubtful);
  }

  /** A token and where it stands. */
  record Token(String text, int start) {}

  static boolean in(String text) {
    return text.contains(OPENING);
  }

  static List<Token> tokens(String text) {
    return TOKEN.matcher(text).results().map(StaffNames::token).toList();
  }

  private static Token token(MatchResult found) {
    return new Token(found.group(), found.start());
  }

  /** Of a comment whose polarity nobody knows. */
  static StaffNames doubted(String text, boolean doubtsAll) {
    Set<String> all = new TreeSet<>();
    tokens(text).forEach(token -> all.add(token.text()));
    return new StaffNames(Set.of(), all, doubtsAll);
  }

  /**
   * The tokens of one comment that may be told by name, in order. Tokens are the same in all
   * answers of a submission, so a doubt in any of them is one; and one answer may speak against
   * whom another names without naming anybody.
   *
   * @param answers of the whole submission, this comment among them
   */
  public List<String> praisedIn(List<TaggedComment> answers) {
    if (answers.stream().anyMatch(each -> each.names().doubtsAll())) {
      return List.of();
    }
    return praised.stream()
        .filter(
            token -> answers.stream().noneMatch(each -> each.names().doubtful().contains(token)))
        .sorted()
        .toList();
  }
}
