package org.heard.analytics.review;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.comment.NamedTag;
import org.heard.analytics.comment.Passage;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.JsonBody;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.TagName;

/**
 * What a person says of all that the model said of a comment.
 *
 * @param verdicts by tag, whether it is right
 * @param missing tags that the model has not said, and where they are said
 */
record ReviewRequest(Map<TagName, Boolean> verdicts, Map<TagName, Passage> missing) {
  /** More than the taxonomy has tags. */
  private static final int MOST_VERDICTS = 100;

  private static final List<String> FIELDS = List.of("verdicts", "missing");

  /** What the document says of the body. */
  @Schema(name = "ReviewRequest")
  record Body(
      @Schema(required = true, description = "One of each tag of the model") List<Verdict> verdicts,
      @Schema(required = true, description = "What the model has not said; at most 20")
          List<Missing> missing) {}

  /** Whether a tag is right. */
  @Schema(name = "ReviewVerdict")
  record Verdict(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(examples = "absent", nullable = true) String polarity,
      @Schema(examples = "true") boolean right) {}

  /** A tag that the model has not said. */
  @Schema(name = "ReviewMissing")
  record Missing(
      @Schema(examples = "practical") String layer,
      @Schema(examples = "food-and-drink") String theme,
      @Schema(examples = "negative", nullable = true) String polarity,
      Passage evidence) {}

  /** The review in a body; throws what is wrong with it. */
  static ReviewRequest read(InputStream body, ReviewConfig limits) {
    JsonBody json = JsonBody.read(body, limits.maxBytes(), FIELDS);
    Map<TagName, Boolean> verdicts = new LinkedHashMap<>();
    for (JsonBody verdict : json.objects("verdicts", MOST_VERDICTS, and("right"))) {
      once(verdicts.put(NamedTag.read(verdict), verdict.bool("right")));
    }
    Map<TagName, Passage> missing = new LinkedHashMap<>();
    for (JsonBody tag : json.objects("missing", limits.maxMissing(), and("evidence"))) {
      once(missing.put(NamedTag.ofContent(tag), Passage.read(tag)));
    }
    return new ReviewRequest(verdicts, missing);
  }

  private static List<String> and(String field) {
    List<String> fields = new ArrayList<>(NamedTag.FIELDS);
    fields.add(field);
    return fields;
  }

  private static void once(Object before) {
    if (before != null) {
      throw new ProblemException(ErrorCode.INVALID_VALUE, "A tag is named twice.");
    }
  }

  /**
   * Throws where this is no review of a comment with this text and these tags of the model: {@code
   * INCOMPLETE_REVIEW}, {@code ALREADY_TAGGED}, {@code BAD_EVIDENCE}.
   */
  void check(String text, Set<TagName> tags) {
    if (!verdicts.keySet().equals(tags)) {
      throw new ProblemException(
          ErrorCode.INCOMPLETE_REVIEW, "Send a verdict on each tag of the model and no other.");
    }
    Set<TagName> both = new HashSet<>(missing.keySet());
    both.retainAll(tags);
    if (!both.isEmpty()) {
      throw new ProblemException(
          ErrorCode.ALREADY_TAGGED, "What the model has said is not missing.");
    }
    missing.values().forEach(evidence -> evidence.in(text));
  }
}
