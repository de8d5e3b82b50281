package org.heard.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** When the gateway counts as ready. */
@ConfigMapping(prefix = "heard.ready")
interface ReadySettings {

  /** Wards that analytics-service must know; more than 0 only where the directory is known. */
  @WithDefault("0")
  @Min(0)
  int minWards();
}
