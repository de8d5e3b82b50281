package org.heard.analytics.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.PositiveOrZero;

/** When the service is worth asking. */
@ConfigMapping(prefix = "heard.ready")
interface ReadyConfig {
  /** Wards that must be known; 0 in production, where a new organisation starts with none. */
  @WithDefault("0")
  @PositiveOrZero
  int minWards();
}
