package org.heard.analytics.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Limits of tagging on request; the contract's, unless an operator wants less. */
@ConfigMapping(prefix = "heard.tag")
interface TagConfig {
  /** Comments a request. */
  @WithDefault("1000")
  @Min(1)
  @Max(1000)
  int maxItems();

  /** 64 MB: 1,000 comments of 4,000 code points, each written as two escapes, and room around. */
  @WithDefault("67108864")
  @Min(1024)
  @Max(67108864)
  int maxBodyBytes();
}
