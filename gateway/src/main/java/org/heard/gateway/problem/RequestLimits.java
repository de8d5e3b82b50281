package org.heard.gateway.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a request may weigh before anything looks at its meaning. */
@ConfigMapping(prefix = "heard.request")
interface RequestLimits {

  /** Characters in one query parameter; the longest honest one is a search phrase or a cursor. */
  @WithDefault("500")
  @Min(100)
  @Max(2000)
  int maxParameterLength();
}
