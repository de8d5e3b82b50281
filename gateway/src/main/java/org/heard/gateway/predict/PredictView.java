package org.heard.gateway.predict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.TaggedItem;

/** The labels of one comment, one at least. */
@Schema(name = "PredictView")
record PredictView(
    @JsonProperty("comment_id") @Schema(examples = "1") String commentId,
    @Schema(examples = "[\"Staff manner & personal attributes\"]") List<String> labels) {

  /** What analytics-service says of a text that nothing can be said of. */
  private static final Set<String> BLANK = Set.of("no-content", "unsupported-language");

  static PredictView of(TaggedItem item, Framework framework) {
    List<String> names = item.qdc().stream().map(TaggedItem.Label::label).toList();
    boolean content = item.tags().stream().map(TaggedItem.Tag::theme).noneMatch(BLANK::contains);
    return new PredictView(item.id(), framework.names(names, content));
  }
}
