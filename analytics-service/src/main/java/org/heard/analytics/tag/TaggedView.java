package org.heard.analytics.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.counting.TagVersions;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.Problem;
import org.heard.analytics.tagging.Alert;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.Evidence;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.QdcLabel;
import org.heard.analytics.tagging.Specificity;
import org.heard.analytics.tagging.Tag;
import org.heard.analytics.tagging.TaggedComment;

/**
 * What one comment says.
 *
 * @param sentiment 1 very positive to 5 very negative; null without content
 * @param criticality -5 worst to +5 best; null without content
 * @param severity none, low, moderate or serious
 * @param alert the first of the alerts in the order of the closed list; null without any
 * @param problem absent, or why the item could not be tagged; every list is empty then
 */
@Schema(name = "TaggedComment")
record TaggedView(
    @Schema(examples = "row-17", nullable = true) String id,
    List<TagView> tags,
    List<LabelView> qdc,
    @Schema(examples = "4", nullable = true) Integer sentiment,
    @Schema(examples = "-2", nullable = true) Integer criticality,
    @Schema(examples = "moderate", nullable = true) String severity,
    @Schema(examples = "neglect", nullable = true) String alert,
    List<AlertView> alerts,
    @Schema(examples = "en", nullable = true) String language,
    @Schema(examples = "compassion-1.0") String taxonomyVersion,
    String modelVersion,
    @JsonInclude(JsonInclude.Include.NON_NULL) ItemProblem problem) {

  /** A theme with the clause that justifies it; {@code polarity} is null in the layer general. */
  @Schema(name = "Tag")
  record TagView(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "responsive-help") String theme,
      @Schema(examples = "absent", nullable = true) String polarity,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "specific") String specificity,
      @Schema(examples = "0.9") double confidence,
      EvidenceView evidence) {}

  /** UTF-16 offsets into the comment's text, and the text between them. */
  @Schema(name = "Evidence")
  record EvidenceView(int start, int end, String text) {
    static EvidenceView of(Evidence evidence) {
      return new EvidenceView(evidence.start(), evidence.end(), evidence.text());
    }
  }

  /** A label of the public QDC v6 framework. */
  @Schema(name = "QdcLabel")
  record LabelView(String label, double confidence) {}

  /** Something a person has to look at. */
  @Schema(name = "Alert")
  record AlertView(@Schema(examples = "neglect") String category, EvidenceView evidence) {}

  /** Why this item, and only this item, was not tagged. */
  @Schema(name = "ItemProblem")
  record ItemProblem(ErrorCode code, String detail) {}

  static TaggedView of(String id, TaggedComment tagged, TagVersions versions) {
    return new TaggedView(
        id,
        tagged.tags().stream().map(TaggedView::view).toList(),
        tagged.qdc().stream().map(TaggedView::view).toList(),
        tagged.sentiment(),
        tagged.criticality(),
        tagged.severity().code(),
        tagged.alert().map(AlertCategory::code).orElse(null),
        tagged.alerts().stream().map(TaggedView::view).toList(),
        tagged.language(),
        versions.taxonomy(),
        versions.model(),
        null);
  }

  static TaggedView of(String id, Problem problem, TagVersions versions) {
    return new TaggedView(
        id,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        null,
        versions.taxonomy(),
        versions.model(),
        new ItemProblem(problem.code(), problem.detail()));
  }

  private static TagView view(Tag tag) {
    return new TagView(
        tag.layer().code(),
        tag.theme(),
        code(tag.polarity()),
        code(tag.specificity()),
        tag.confidence(),
        EvidenceView.of(tag.evidence()));
  }

  private static LabelView view(QdcLabel label) {
    return new LabelView(label.label(), label.confidence());
  }

  private static AlertView view(Alert alert) {
    return new AlertView(alert.category().code(), EvidenceView.of(alert.evidence()));
  }

  private static String code(Polarity polarity) {
    return polarity == null ? null : polarity.code();
  }

  private static String code(Specificity specificity) {
    return specificity == null ? null : specificity.code();
  }
}
