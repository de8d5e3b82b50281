package org.heard.analytics.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Which comments people are asked to read again, and how much they may say of one. */
@ConfigMapping(prefix = "heard.review")
interface ReviewConfig {
  /** Of 1,000 comments so many are drawn, whatever the model says of them. */
  @WithDefault("50")
  @Min(0)
  @Max(1000)
  int randomPerMille();

  /** How long a comment is asked about, in whole days from the day it is counted on. */
  @WithDefault("P90D")
  Duration window();

  /** Bytes of a body: a verdict on every tag of the taxonomy, and what is missing. */
  @WithDefault("65536")
  @Min(1024)
  @Max(1_048_576)
  int maxBytes();

  /** Tags that may be missing from one comment. */
  @WithDefault("20")
  @Min(1)
  @Max(83)
  int maxMissing();
}
