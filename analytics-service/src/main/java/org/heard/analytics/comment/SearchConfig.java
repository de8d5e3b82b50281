package org.heard.analytics.comment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much one search may ask: a search box, not a document. */
@ConfigMapping(prefix = "heard.search")
interface SearchConfig {
  /** UTF-16 code units of {@code q}. */
  @WithDefault("200")
  @Min(1)
  @Max(2000)
  int maxLength();

  /** Words, prefixes and phrases in it. */
  @WithDefault("20")
  @Min(1)
  @Max(200)
  int maxTerms();

  /** Letters before a {@code *}: fewer mean nearly every comment. */
  @WithDefault("2")
  @Min(1)
  @Max(20)
  int minPrefix();
}
