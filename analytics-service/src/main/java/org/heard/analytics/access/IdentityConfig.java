package org.heard.analytics.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Who signs tokens, and how much their clocks may differ from ours. */
@ConfigMapping(prefix = "heard.identity")
interface IdentityConfig {
  /** JWKS file with the public keys {@code local} and {@code gateway}. */
  Path keys();

  /** Machines of one suite keep time by NTP: a few seconds are ample. */
  @WithDefault("5s")
  Duration clockSkew();

  /** Longest lifetime of a service token: what a stolen one is good for. */
  @WithDefault("5m")
  Duration serviceTokenLifetime();
}
