package org.heard.feedback.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

  /** For connecting to the provider, and again for all of its answer. */
  @WithDefault("2s")
  Duration tokenTimeout();

  /** Of the provider's answer: a token with many claims is a few thousand. */
  @WithDefault("65536")
  @Min(1024)
  @Max(1048576)
  int tokenMaxBytes();
}
