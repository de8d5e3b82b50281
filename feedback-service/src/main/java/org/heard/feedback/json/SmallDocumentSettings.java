package org.heard.feedback.json;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The limit of documents that say little, a code, a name or a reason, whichever door they come to.
 */
@ConfigMapping(prefix = "heard.small-document")
public interface SmallDocumentSettings {
  /** How the description of an operation tells the limit. */
  String TOO_LARGE = "BODY_TOO_LARGE: more than {heard.small-document.max-bytes} bytes";

  /** The same where nobody is asked who they are. */
  String TOO_LARGE_OF_ANYBODY =
      "BODY_TOO_LARGE: more than {heard.small-document.max-anonymous-bytes} bytes";

  /** Largest document, in bytes. */
  @WithDefault("16384")
  @Min(1024)
  @Max(262_144)
  int maxBytes();

  /** Largest document of one code, which anybody may send. */
  @WithDefault("1024")
  @Min(256)
  @Max(262_144)
  int maxAnonymousBytes();
}
