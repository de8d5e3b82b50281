package org.heard.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How the gateway identifies itself to the services behind it. */
@ConfigMapping(prefix = "heard.identity")
interface ServiceIdentitySettings {

  /** JWK file with the gateway's private P-256 key. */
  Path serviceKey();

  /** Lifetime of one service token; verifiers refuse more than five minutes. */
  @WithDefault("4m")
  Duration serviceTokenLifetime();

  /** A token is replaced this long before it expires, so none expires on its way. */
  @WithDefault("30s")
  Duration serviceTokenRenewal();
}
