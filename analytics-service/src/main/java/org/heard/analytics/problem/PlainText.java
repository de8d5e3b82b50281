package org.heard.analytics.problem;

import java.util.Optional;

/** Text that PostgreSQL and every later reader can hold. */
public final class PlainText {

  private PlainText() {}

  /** Why this text cannot be held: it has U+0000 or half of a surrogate pair; empty if it can. */
  public static Optional<ErrorCode> fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return Optional.of(ErrorCode.NUL_CHARACTER);
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return Optional.of(ErrorCode.LONE_SURROGATE);
      }
    }
    return Optional.empty();
  }

  static void check(String text) {
    fault(text)
        .ifPresent(
            code -> {
              throw new ProblemException(code, code.title() + ".");
            });
  }
}
