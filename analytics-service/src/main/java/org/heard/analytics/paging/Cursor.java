package org.heard.analytics.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.PlainText;
import org.heard.analytics.problem.ProblemException;

/** The place after a row, as text that a client keeps and does not read. */
public final class Cursor {
  private static final String SEPARATOR = "\n";

  private Cursor() {}

  /** A cursor of these parts; none may hold a line break. */
  public static String of(Object... parts) {
    String joined = String.join(SEPARATOR, List.of(parts).stream().map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  /** The parts of a cursor that was made of so many, else {@code BAD_CURSOR}. */
  public static List<String> parts(String cursor, int count) {
    List<String> parts = List.of(decode(cursor).split(SEPARATOR, -1));
    if (parts.size() != count) {
      throw bad();
    }
    return parts;
  }

  /** What to throw when a part cannot be. */
  public static ProblemException bad() {
    return new ProblemException(ErrorCode.BAD_CURSOR, "Send the next of the page before, as is.");
  }

  private static String decode(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (PlainText.fault(text).isPresent()) {
        throw bad();
      }
      return text;
    } catch (IllegalArgumentException | CharacterCodingException garbled) {
      throw bad();
    }
  }
}
