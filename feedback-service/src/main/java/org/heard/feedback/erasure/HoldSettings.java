package org.heard.feedback.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whom to ask what may not be destroyed yet. */
@ConfigMapping(prefix = "heard.holds")
public interface HoldSettings {
  /**
   * The address of analytics-service; without one nothing is destroyed that has to be asked for.
   */
  Optional<URI> analyticsUrl();

  /** For connecting, and again for an answer. */
  @WithDefault("2s")
  Duration timeout();
}
