package org.heard.gateway.predict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final Map<String, String> QUESTIONS =
      Map.of("what_good", "good", "could_improve", "improve", "nonspecific", "why");

  /** The items of a body, ready to be tagged; a bad one refuses the request and is named. */
  static List<TagItem> read(JsonNode body, int maxItems) {
    if (body == null || !body.isArray()) {
      throw refused("The body is an array of comments.");
    }
    if (body.size() > maxItems) {
      throw refused("At most " + maxItems + " comments a request.");
    }
    List<TagItem> items = new ArrayList<>(body.size());
    for (JsonNode item : body) {
      items.add(item(item, items.size()));
    }
    return items;
  }

  private static TagItem item(JsonNode item, int index) {
    JsonNode id = item.path("comment_id");
    JsonNode text = item.path("comment_text");
    JsonNode question = item.path("question_type");
    require(isId(id), index, "comment_id");
    require(text.isTextual() && length(text) <= MAX_TEXT_CODE_POINTS, index, "comment_text");
    boolean unasked = question.isMissingNode() || question.isNull();
    require(unasked || QUESTIONS.containsKey(question.asText()), index, "question_type");
    String asked = unasked ? null : QUESTIONS.get(question.asText());
    return new TagItem(id.asText(), asked, text.textValue());
  }

  /** A whole number is one too, and answered as a text: so pxtextmining takes it. */
  private static boolean isId(JsonNode id) {
    int length = length(id);
    return (id.isTextual() || id.isIntegralNumber()) && length >= 1 && length <= MAX_ID;
  }

  private static int length(JsonNode text) {
    return text.asText().codePointCount(0, text.asText().length());
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
