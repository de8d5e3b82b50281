package org.heard.analytics.comment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much a person may write in the place of a held answer. */
@ConfigMapping(prefix = "heard.translations")
interface TranslationConfig {
  /**
   * Code points. The gateway takes 4,000 as written; tokens are longer than some names they
   * replace.
   */
  @WithDefault("16000")
  @Min(1)
  @Max(16000)
  int maxText();

  /**
   * Bytes of a body: that text, each of its code points written as two escapes, and room around.
   */
  @WithDefault("262144")
  @Min(1024)
  @Max(1_048_576)
  int maxBytes();
}
