package org.heard.analytics.comment;

import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.JsonBody;
import org.heard.analytics.problem.ProblemException;

/**
 * Where in a comment something is said.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last
 */
public record Passage(int start, int end) {
  private static final String FIELD = "evidence";
  private static final List<String> FIELDS = List.of("start", "end");

  /** The one in the field {@code evidence}, which must be there. */
  public static Passage read(JsonBody body) {
    JsonBody evidence = body.object(FIELD, FIELDS);
    return new Passage(evidence.number("start"), evidence.number("end"));
  }

  /** This passage, if the text has it and words stand in it; else {@code BAD_EVIDENCE}. */
  public Passage in(String text) {
    if (start < 0
        || end > text.length()
        || start >= end
        || cutsACharacter(text, start)
        || cutsACharacter(text, end)
        || text.substring(start, end).isBlank()) {
      throw new ProblemException(
          ErrorCode.BAD_EVIDENCE,
          "start and end are UTF-16 offsets into the comment's text, with words between them.");
    }
    return this;
  }

  private static boolean cutsACharacter(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
