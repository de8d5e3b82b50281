package org.heard.gateway.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/**
 * What the document says of bodies that are sent on as they are: analytics-service knows the
 * taxonomy and the comment, and refuses by code what does not fit them.
 */
final class CorrectionBodies {
  private CorrectionBodies() {}

  /** A dispute of a tag. */
  @Schema(name = "DisputeRequest")
  record Dispute(
      @Schema(
              required = true,
              enumeration = {"wrong", "missing"},
              examples = "wrong")
          String kind,
      @Schema(required = true, examples = "compassion") String layer,
      @Schema(required = true, examples = "being-heard") String theme,
      @Schema(nullable = true, description = "null in the layer general", examples = "absent")
          String polarity,
      @Schema(description = "Of what is missing, and of nothing else")
          CorrectionView.Span evidence) {}

  /** What is decided about it. */
  @Schema(name = "DecisionRequest")
  record Decision(
      @Schema(
              required = true,
              enumeration = {"accept", "decline"},
              examples = "accept")
          String decision) {}

  /** What a person says of all that the model said of a comment. */
  @Schema(name = "ReviewRequest")
  record Review(
      @Schema(required = true, description = "One of each tag") List<Verdict> verdicts,
      @Schema(required = true, description = "What the model has not said; at most 20")
          List<Missing> missing) {}

  /** Whether a tag is right. */
  @Schema(name = "ReviewVerdict")
  record Verdict(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(nullable = true, examples = "absent") String polarity,
      @Schema(examples = "true") boolean right) {}

  /** A tag that the model has not said. */
  @Schema(name = "ReviewMissing")
  record Missing(
      @Schema(examples = "practical") String layer,
      @Schema(examples = "food-and-drink") String theme,
      @Schema(nullable = true, examples = "negative") String polarity,
      CorrectionView.Span evidence) {}

  /** A body that may be sent on: an object, and none that analytics-service would not read. */
  static JsonNode sendable(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw new ProblemException(ErrorCode.BAD_REQUEST, "Send a JSON object.");
    }
    return body;
  }
}
