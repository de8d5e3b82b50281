package org.heard.analytics.action;

import java.util.Set;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.TagName;

/** One row of the counts by theme; {@code polarity} is null in the layer general. */
record ThemeKey(String layer, String theme, String polarity) {
  static final Set<String> FIELDS = Set.of("layer", "theme", "polarity");

  static ThemeKey read(Fields fields) {
    String layer = fields.required("layer", fields.string("layer"));
    String theme = fields.required("theme", fields.string("theme"));
    String polarity = fields.string("polarity");
    if (TagName.of(layer, theme, polarity).isEmpty()) {
      throw new ProblemException(
          ErrorCode.INVALID_VALUE,
          "layer, theme and polarity are those of a tag; general has no polarity.");
    }
    return new ThemeKey(layer, theme, polarity);
  }
}
