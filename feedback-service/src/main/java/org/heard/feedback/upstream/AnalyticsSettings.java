package org.heard.feedback.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whom to ask about holds and alerts. */
@ConfigMapping(prefix = "heard.holds")
public interface AnalyticsSettings {
  /**
   * The address of analytics-service; without one nothing is destroyed that has to be asked for,
   * and nobody reads raw words.
   */
  Optional<URI> analyticsUrl();

  /** For connecting, and again for an answer. */
  @WithDefault("2s")
  Duration timeout();
}
