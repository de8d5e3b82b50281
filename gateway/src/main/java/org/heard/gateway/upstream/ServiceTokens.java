package org.heard.gateway.upstream;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The gateway's own short-lived tokens, one at a time, replaced shortly before it expires. */
final class ServiceTokens {
  private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(5);

  private final PrivateKey key;
  private final Duration lifetime;
  private final Duration renewal;
  private final Clock clock;

  private volatile Signed current = new Signed("", Instant.EPOCH);

  private record Signed(String token, Instant renewAt) {}

  ServiceTokens(PrivateKey key, Duration lifetime, Duration renewal, Clock clock) {
    if (lifetime.compareTo(LONGEST_LIFETIME) > 0 || lifetime.compareTo(renewal) <= 0) {
      throw new IllegalStateException(
          "heard.identity.service-token-lifetime must be at most 5 minutes"
              + " and longer than heard.identity.service-token-renewal");
    }
    this.key = key;
    this.lifetime = lifetime;
    this.renewal = renewal;
    this.clock = clock;
  }

  /** A token that is valid for at least the renewal time. */
  String token() {
    Instant now = clock.instant();
    Signed signed = current;
    if (!now.isBefore(signed.renewAt())) {
      // Two threads may both sign; both tokens are good and the last one stays.
      signed = new Signed(sign(now), now.plus(lifetime).minus(renewal));
      current = signed;
    }
    return signed.token();
  }

  private String sign(Instant now) {
    return Jwt.claims()
        .issuer("heard-gateway")
        .audience("heard")
        .subject("gateway")
        .groups("service")
        .issuedAt(now)
        .expiresAt(now.plus(lifetime))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .keyId("gateway")
        .sign(key);
  }
}
