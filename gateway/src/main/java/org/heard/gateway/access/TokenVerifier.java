package org.heard.gateway.access;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.jwt.Claims;
import org.heard.gateway.problem.ProblemException;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Verifies every token, of people and of services, with and without an identity provider: signed by
 * a known key with an allowed algorithm, by the right issuer for audience {@code heard}, an access
 * token, not expired, with a subject, of a bearer that {@link Speakers} believes. Replaces the
 * framework's factory (its documented extension point), which cannot tie a key or a client to what
 * it may say.
 */
@Singleton
@Startup
@Alternative
@Priority(1)
class TokenVerifier extends JWTCallerPrincipalFactory {
  private final JwtConsumer consumer;
  private final Duration retryAfter;

  @Inject
  TokenVerifier(IdentitySettings settings) {
    this(settings, Clock.systemUTC());
  }

  TokenVerifier(IdentitySettings settings, Clock clock) {
    this.consumer = consumer(settings, new Speakers(settings, clock), clock);
    this.retryAfter = settings.keysRefetch();
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      claims.setStringClaim(Claims.raw_token.name(), token);
      return new DefaultJWTCallerPrincipal(claims);
    } catch (InvalidJwtException e) {
      if (e.getCause() instanceof ProviderKeys.Unavailable) {
        throw ProblemException.identityUnavailable(retryAfter);
      }
      // The library's message quotes the token's claims, so neither it nor the cause goes on.
      throw new ParseException("the token is not valid");
    }
  }

  private static JwtConsumer consumer(IdentitySettings settings, Speakers speakers, Clock clock) {
    String[] algorithms = settings.algorithms().stream().map(Enum::name).toArray(String[]::new);
    int skew = (int) settings.clockSkew().toSeconds();
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(
            settings.keys().map(LocalKeys::read).orElseGet(() -> new ProviderKeys(settings, clock)))
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, algorithms)
        .setExpectedIssuers(true, speakers.issuers())
        .setExpectedAudience("heard")
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(skew)
        .registerValidator(speakers)
        .build();
  }
}
