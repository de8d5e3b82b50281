package org.heard.analytics.comment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How much a person may write in the place of a held answer, and how long it is on record who did.
 */
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

  /**
   * How long it is on record who read held text, or wrote in its place; a year (P366D) at least.
   */
  @WithDefault("P1095D")
  Duration keepAccess();

  /** Rows of that record that end in one statement. */
  @WithDefault("500")
  @Min(1)
  @Max(1000)
  int endBatch();
}
