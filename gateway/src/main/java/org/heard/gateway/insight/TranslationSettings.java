package org.heard.gateway.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a person may write in the place of a held comment. */
@ConfigMapping(prefix = "heard.translations")
interface TranslationSettings {
  /** Code points; as many as an answer has. Services behind take no more. */
  @WithDefault("4000")
  @Min(1)
  @Max(4000)
  int maxText();
}
