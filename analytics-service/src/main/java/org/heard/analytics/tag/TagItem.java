package org.heard.analytics.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.PlainText;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;

/**
 * One comment to be tagged.
 *
 * @param id the client's own name for it, 1 to 100 characters
 * @param question good, improve or why; may be absent
 * @param rating 1 to 6; may be absent
 * @param text at most 4,000 code points
 */
@Schema(name = "TagItem")
record TagItem(
    @Schema(examples = "row-17", minLength = 1, maxLength = 100, required = true) String id,
    @Schema(examples = "improve", nullable = true) String question,
    @Schema(examples = "4", nullable = true) Integer rating,
    @Schema(examples = "Nobody answered the buzzer all night.", required = true) String text) {
  private static final int MAX_ID = 100;
  private static final int MAX_TEXT_CODE_POINTS = 4000;

  /** The id of an item, even of a bad one; null where it has none that can be repeated. */
  static String id(JsonNode item) {
    JsonNode id = item.path("id");
    return id.isTextual() && validId(id.textValue()) ? id.textValue() : null;
  }

  private static boolean validId(String id) {
    int length = id.codePointCount(0, id.length());
    return length >= 1 && length <= MAX_ID && PlainText.fault(id).isEmpty();
  }

  /** What the tagger reads; throws what is wrong with the item. */
  static CommentText read(JsonNode item) {
    require(item.isObject(), ErrorCode.WRONG_TYPE, "An item is an object.");
    require(has(item, "id"), ErrorCode.MISSING_FIELD, "id is missing.");
    require(id(item) != null, ErrorCode.INVALID_ID, "id is a text of 1 to 100 characters.");
    return new CommentText(question(item), rating(item), text(item));
  }

  private static boolean has(JsonNode item, String field) {
    return item.hasNonNull(field);
  }

  private static Question question(JsonNode item) {
    if (!has(item, "question")) {
      return null;
    }
    Optional<Question> question = Question.of(item.get("question").textValue());
    require(question.isPresent(), ErrorCode.INVALID_VALUE, "question is good, improve or why.");
    return question.get();
  }

  private static Integer rating(JsonNode item) {
    if (!has(item, "rating")) {
      return null;
    }
    JsonNode rating = item.get("rating");
    boolean valid =
        rating.isIntegralNumber()
            && rating.canConvertToInt()
            && rating.intValue() >= 1
            && rating.intValue() <= 6;
    require(valid, ErrorCode.INVALID_RATING, "rating is a whole number from 1 to 6.");
    return rating.intValue();
  }

  private static String text(JsonNode item) {
    require(has(item, "text"), ErrorCode.MISSING_FIELD, "text is missing.");
    require(item.get("text").isTextual(), ErrorCode.WRONG_TYPE, "text is a text.");
    String text = item.get("text").textValue();
    PlainText.fault(text).ifPresent(code -> require(false, code, "text: " + code.title() + "."));
    require(
        text.codePointCount(0, text.length()) <= MAX_TEXT_CODE_POINTS,
        ErrorCode.TEXT_TOO_LONG,
        "text has at most " + MAX_TEXT_CODE_POINTS + " code points.");
    return text;
  }

  private static void require(boolean holds, ErrorCode code, String detail) {
    if (!holds) {
      throw new ProblemException(code, detail);
    }
  }
}
