package org.heard.gateway.upstream;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Service tokens where there is no identity provider: signed with the gateway's own key. */
final class SignedTokens implements ServiceTokens.Source {
  private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(5);

  private final PrivateKey key;
  private final Duration lifetime;
  private final Clock clock;

  SignedTokens(PrivateKey key, Duration lifetime, Duration renewal, Clock clock) {
    if (lifetime.compareTo(LONGEST_LIFETIME) > 0 || lifetime.compareTo(renewal) <= 0) {
      throw new IllegalStateException(
          "heard.identity.service-token-lifetime must be at most 5 minutes"
              + " and longer than heard.identity.service-token-renewal");
    }
    this.key = key;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  @Override
  public ServiceTokens.Issued issue() {
    Instant now = clock.instant();
    Instant expires = now.plus(lifetime);
    String token =
        Jwt.claims()
            .issuer("heard-gateway")
            .audience("heard")
            .subject("gateway")
            .groups("service")
            .issuedAt(now)
            .expiresAt(expires)
            .jws()
            .algorithm(SignatureAlgorithm.ES256)
            .keyId("gateway")
            .sign(key);
    return new ServiceTokens.Issued(token, expires);
  }
}
