package org.heard.analytics.correction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much may be disputed, and how much of it is carried away at a time. */
@ConfigMapping(prefix = "heard.corrections")
interface CorrectionConfig {
  /** Bytes of a body: a few codes and two numbers. */
  @WithDefault("4096")
  @Min(256)
  @Max(65_536)
  int maxBytes();

  /** Disputes of one person that wait for a decision: more than that nobody has read. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int maxOpen();

  /** Comments of an export that are in memory at a time. */
  @WithDefault("500")
  @Min(1)
  @Max(5000)
  int exportBatch();
}
