package org.heard.feedback.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this service identifies itself to another: by a key of its own, or as a client of the
 * identity provider. Without either it asks nobody anything.
 */
@ConfigMapping(prefix = "heard.identity")
interface OwnIdentitySettings {
  /** JWK file with this service's private P-256 key. */
  Optional<Path> serviceKey();

  /** The identity provider's token endpoint; the client is {@code feedback-service}. */
  Optional<URI> tokenUrl();

  /** File with that client's secret. */
  Optional<Path> clientSecretFile();

  /** For the provider's answer. */
  @WithDefault("2s")
  Duration tokenTimeout();
}
