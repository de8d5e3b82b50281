package org.heard.feedback.translation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much is read at once: one translated answer. */
@ConfigMapping(prefix = "heard.redact")
interface RedactSettings {
  /** Of a text; as many as an answer has. */
  @WithDefault("4000")
  @Min(1)
  @Max(4000)
  int maxTextCodePoints();

  /** Largest document taken: such a text, each of its code points written as two escapes. */
  @WithDefault("65536")
  @Min(1024)
  @Max(1_048_576)
  int maxBytes();
}
