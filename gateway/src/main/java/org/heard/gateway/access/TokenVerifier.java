package org.heard.gateway.access;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies users' tokens where there is no identity provider: ES256, key id {@code local}, issuer
 * {@code heard-local}, audience {@code heard}, not expired, with a subject. Replaces the
 * framework's factory (its documented extension point) because that one cannot tie a key id to an
 * issuer. Tokens of services are refused: no service is a caller of the gateway.
 */
@Singleton
@Startup
@Alternative
@Priority(1)
class TokenVerifier extends JWTCallerPrincipalFactory {
  private static final String KEY_ID = "local";
  private static final String SERVICE_GROUP = "service";

  private final JwtConsumer consumer;

  TokenVerifier(IdentitySettings settings) {
    if (settings.mode() != IdentitySettings.Mode.LOCAL) {
      throw new IllegalStateException(
          "heard.identity.mode: only local is supported by this version");
    }
    this.consumer = consumer(verificationKey(settings.keys()));
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      if (claims.getStringListClaimValue(Claims.groups.name()).contains(SERVICE_GROUP)) {
        throw new ParseException("a service is no caller of the gateway");
      }
      claims.setStringClaim(Claims.raw_token.name(), token);
      return new DefaultJWTCallerPrincipal(claims);
    } catch (InvalidJwtException | MalformedClaimException e) {
      // The library's message quotes the token's claims, so neither it nor the cause goes on.
      throw new ParseException("the token is not valid");
    }
  }

  private static JwtConsumer consumer(Key key) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
        .setVerificationKeyResolver(
            (jws, nesting) -> {
              if (!KEY_ID.equals(jws.getKeyIdHeaderValue())) {
                throw new UnresolvableKeyException("not a key of users' tokens");
              }
              return key;
            })
        .setExpectedIssuer("heard-local")
        .setExpectedAudience("heard")
        .setRequireExpirationTime()
        .setRequireSubject()
        .build();
  }

  private static Key verificationKey(Path file) {
    try {
      JsonWebKey key =
          new JsonWebKeySet(Files.readString(file)).findJsonWebKey(KEY_ID, null, null, null);
      if (key instanceof EllipticCurveJsonWebKey curve
          && EllipticCurves.P_256.equals(curve.getCurveName())
          && curve.getPrivateKey() == null) {
        return curve.getECPublicKey();
      }
      throw new IllegalStateException(
          "heard.identity.keys: " + file + " holds no public P-256 key with kid " + KEY_ID);
    } catch (IOException | JoseException e) {
      throw new IllegalStateException(
          "heard.identity.keys: " + file + " is not a readable JWKS", e);
    }
  }
}
