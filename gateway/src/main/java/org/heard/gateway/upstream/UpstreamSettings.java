package org.heard.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/** Where the services behind the gateway are, and how long to wait for them. */
@ConfigMapping(prefix = "heard.upstream")
interface UpstreamSettings {

  /** Base address of analytics-service. */
  URI analyticsUrl();

  /** Base address of feedback-service. */
  URI feedbackUrl();

  /** A neighbour that does not accept within a second is down, not slow. */
  @WithDefault("1s")
  Duration connectTimeout();

  /** Longer than the slowest honest query, shorter than a browser's patience. */
  @WithDefault("10s")
  Duration readTimeout();

  /** A page of comments waits no longer for names; it then goes out with tokens. */
  @WithDefault("2s")
  Duration staffNamesTimeout();

  /** Connections to one service at a time; more requests wait for a free one. */
  @WithDefault("50")
  @Min(1)
  @Max(500)
  int maxConnections();

  /** What a refused client is told to wait: about the time a restarted service needs. */
  @WithDefault("5s")
  Duration retryAfter();
}
