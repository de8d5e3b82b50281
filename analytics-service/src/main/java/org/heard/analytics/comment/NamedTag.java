package org.heard.analytics.comment;

import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.JsonBody;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.TagName;

/** Reads which tag a person speaks of. */
public final class NamedTag {
  /** Its fields in a body. */
  public static final List<String> FIELDS = List.of("layer", "theme", "polarity");

  private NamedTag() {}

  /** A tag of the taxonomy; polarity may be absent or null, and must be in the layer general. */
  public static TagName read(JsonBody body) {
    String layer = body.text("layer");
    String theme = body.text("theme");
    return TagName.of(layer, theme, body.optionalText("polarity").orElse(null))
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.INVALID_VALUE,
                    "The taxonomy has no tag of this layer, theme and polarity."));
  }

  /** The same, where it says something of a comment's content; that there is none is no claim. */
  public static TagName ofContent(JsonBody body) {
    TagName name = read(body);
    if (!name.ofContent()) {
      throw new ProblemException(
          ErrorCode.INVALID_VALUE, "Whether a comment can be read is not for people to tag.");
    }
    return name;
  }
}
