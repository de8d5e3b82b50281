package org.heard.feedback.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Whose tokens are believed: those that a local key of {@link #keys()} signed, or those of the
 * provider whose keys are at {@link #keysUrl()}. Exactly one of the two is set.
 */
@ConfigMapping(prefix = "heard.identity")
interface IdentitySettings {
  /** JWKS file with the public keys of a suite without an identity provider. */
  Optional<Path> keys();

  /** The JWKS of the identity provider; needs {@link #issuer()}. */
  Optional<URI> keysUrl();

  /** The claim {@code iss} of the provider's tokens, letter by letter. */
  Optional<String> issuer();

  /** What may sign a token; a token's header chooses among these and nothing else. */
  @WithDefault("ES256")
  Set<Algorithm> algorithms();

  /** Machines of one suite keep time by NTP: a few seconds are ample. */
  @WithDefault("5s")
  Duration clockSkew();

  /** Longest lifetime of a service token: what a stolen one is good for. */
  @WithDefault("5m")
  Duration serviceTokenLifetime();

  /** The services that have business here. */
  @WithDefault("gateway")
  Set<String> services();

  /** The provider is asked again after this long, so that a withdrawn key is noticed. */
  @WithDefault("5m")
  Duration keysMaxAge();

  /**
   * A key id that is not known makes us ask the provider at once, but never more often than this,
   * whatever key ids callers invent.
   */
  @WithDefault("5s")
  Duration keysRefetch();

  /** For connecting to the provider, and again for its answer. */
  @WithDefault("2s")
  Duration keysTimeout();

  /** Bytes of the provider's JWKS; a set with a dozen certificates has 20 KB. */
  @WithDefault("65536")
  @Min(1024)
  @Max(1_048_576)
  int keysMaxBytes();

  /** Signatures with a key pair; shared secrets and "none" are not on the list. */
  enum Algorithm {
    ES256,
    RS256
  }
}
