package org.heard.gateway.predict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.heard.gateway.upstream.TagItem;

/**
 * One comment as programs for pxtextmining send it.
 *
 * @param commentId 1 to 100 characters or a whole number, repeated in the answer as a text
 * @param commentText at most 4,000 code points
 * @param questionType what_good, could_improve or nonspecific; may be absent
 */
@Schema(name = "PredictRequest")
record PredictRequest(
    @Schema(name = "comment_id", examples = "1", required = true) String commentId,
    @Schema(name = "comment_text", examples = "The nurse was kind.", required = true)
        String commentText,
    @Schema(name = "question_type", examples = "what_good", nullable = true) String questionType) {
  private static final int MAX_ID = 100;
  private static final int MAX_TEXT_CODE_POINTS = 4000;

  /**
   * What no text is: U+0000, and halves of a character, as a message leaves that is cut off. In a
   * comment, which nobody keeps, it is as good as a blank.
   */
  private static final Pattern NO_TEXT = Pattern.compile("[\\x00\\p{Cs}]");

  private static final Map<String, String> QUESTIONS =
      Map.of("what_good", "good", "could_improve", "improve", "nonspecific", "why");

  /** The items of a body, ready to be tagged; a bad one refuses the request and is named. */
  static List<TagItem> read(JsonNode body, PredictSettings limits) {
    if (body == null || !body.isArray()) {
      throw refused("The body is an array of comments.");
    }
    if (body.size() > limits.maxItems()) {
      throw refused("At most " + limits.maxItems() + " comments a request.");
    }
    List<TagItem> items = new ArrayList<>(body.size());
    int left = limits.maxCodePoints();
    for (JsonNode item : body) {
      TagItem read = item(item, items.size());
      left -= length(read.text());
      if (left < 0) {
        throw refused("At most " + limits.maxCodePoints() + " code points of text a request.");
      }
      items.add(read);
    }
    return items;
  }

  private static TagItem item(JsonNode item, int index) {
    JsonNode id = item.path("comment_id");
    JsonNode text = item.path("comment_text");
    JsonNode question = item.path("question_type");
    require(isId(id), index, "comment_id");
    require(
        text.isTextual() && length(text.textValue()) <= MAX_TEXT_CODE_POINTS,
        index,
        "comment_text");
    boolean unasked = question.isMissingNode() || question.isNull();
    require(unasked || QUESTIONS.containsKey(question.asText()), index, "question_type");
    String asked = unasked ? null : QUESTIONS.get(question.asText());
    return new TagItem(id.asText(), asked, NO_TEXT.matcher(text.textValue()).replaceAll(" "));
  }

  /** A whole number is one too, and answered as a text: so pxtextmining takes it. */
  private static boolean isId(JsonNode id) {
    int length = length(id.asText());
    return (id.isTextual() || id.isIntegralNumber())
        && length >= 1
        && length <= MAX_ID
        && !NO_TEXT.matcher(id.asText()).find();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void require(boolean holds, int index, String field) {
    if (!holds) {
      throw refused("/" + index + "/" + field + " is missing or has a value it cannot have.");
    }
  }

  private static ProblemException refused(String detail) {
    return new ProblemException(ErrorCode.BAD_REQUEST, detail);
  }
}
