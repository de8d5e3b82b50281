package org.heard.analytics.correction;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.comment.NamedTag;
import org.heard.analytics.comment.Passage;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.JsonBody;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.TagName;

/**
 * What somebody says of a comment's tags. No words: they could name people.
 *
 * @param evidence of what is missing; null for what is wrong, whose evidence the tag has
 */
record DisputeRequest(String kind, TagName tag, Passage evidence) {
  static final String WRONG = "wrong";
  static final String MISSING = "missing";

  private static final Set<String> KINDS = Set.of(WRONG, MISSING);
  private static final String EVIDENCE = "evidence";
  private static final List<String> FIELDS =
      List.of("kind", "layer", "theme", "polarity", EVIDENCE);

  /** What the document says of the body. */
  @Schema(name = "DisputeRequest")
  record Body(
      @Schema(
              required = true,
              enumeration = {WRONG, MISSING},
              examples = WRONG)
          String kind,
      @Schema(required = true, examples = "compassion") String layer,
      @Schema(required = true, examples = "being-heard") String theme,
      @Schema(description = "null in the layer general", nullable = true, examples = "absent")
          String polarity,
      @Schema(description = "Of what is missing, and of nothing else") Passage evidence) {}

  /** The dispute in a body; throws what is wrong with it. */
  static DisputeRequest read(InputStream body, CorrectionConfig limits) {
    JsonBody json = JsonBody.read(body, limits.maxBytes(), FIELDS);
    String kind = json.text("kind");
    if (!KINDS.contains(kind)) {
      throw new ProblemException(ErrorCode.INVALID_VALUE, "kind is wrong or missing.");
    }
    TagName tag = NamedTag.ofContent(json);
    if (kind.equals(MISSING)) {
      return new DisputeRequest(kind, tag, Passage.read(json));
    }
    if (json.has(EVIDENCE)) {
      throw new ProblemException(
          ErrorCode.UNKNOWN_FIELD, "evidence is of what is missing; a tag has its own.");
    }
    return new DisputeRequest(kind, tag, null);
  }
}
