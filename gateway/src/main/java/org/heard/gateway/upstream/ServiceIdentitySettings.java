package org.heard.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the gateway identifies itself to the services behind it: by a key of its own, or as a client
 * of the identity provider. Exactly one of the two is set.
 */
@ConfigMapping(prefix = "heard.identity")
interface ServiceIdentitySettings {

  /** JWK file with the gateway's private P-256 key. */
  Optional<Path> serviceKey();

  /** The identity provider's token endpoint; the client is {@code gateway}. */
  Optional<URI> tokenUrl();

  /** File with that client's secret. */
  Optional<Path> clientSecretFile();

  /** For the provider's answer: long enough to be started, shorter than a client's patience. */
  @WithDefault("2s")
  Duration tokenTimeout();

  /** Lifetime of a token the gateway signs itself; verifiers refuse more than five minutes. */
  @WithDefault("4m")
  Duration serviceTokenLifetime();

  /** A token is replaced this long before it expires, so none expires on its way. */
  @WithDefault("30s")
  Duration serviceTokenRenewal();
}
