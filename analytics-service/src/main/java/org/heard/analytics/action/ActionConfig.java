package org.heard.analytics.action;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much an action may say. */
@ConfigMapping(prefix = "heard.actions")
interface ActionConfig {
  /**
   * Code points of each text. The gateway's own limits, field by field, are lower: tokens are
   * longer than some names they replace.
   */
  @WithDefault("16000")
  @Min(1)
  @Max(16000)
  int maxText();

  /** Bytes of a body: all texts at the gateway's limits, written as escapes, and room around. */
  @WithDefault("262144")
  @Min(1024)
  @Max(1_048_576)
  int maxBytes();

  /** Changes that are told with an action, the newest; {@code version} says how many there are. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int maxHistory();
}
