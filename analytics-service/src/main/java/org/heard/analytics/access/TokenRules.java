package org.heard.analytics.access;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Which key may sign for whom. The library verifies; this chooses its rules by the token's key id,
 * so that the gateway's key can never sign for a person nor the users' key for a service.
 *
 * <p>This is the extension point that SmallRye JWT documents: an alternative factory.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenRules extends JWTCallerPrincipalFactory {
  static final String SERVICE = "service";
  private static final String USERS_KEY = "local";
  private static final String USERS_ISSUER = "heard-local";
  private static final String GATEWAY_KEY = "gateway";
  private static final String GATEWAY_ISSUER = "heard-gateway";
  private static final String AUDIENCE = "heard";

  private final IdentityConfig config;
  private final Clock clock;
  // One each: the library's parser keeps the key it resolved first.
  private final JWTCallerPrincipalFactory users = new DefaultJWTCallerPrincipalFactory();
  private final JWTCallerPrincipalFactory gateway = new DefaultJWTCallerPrincipalFactory();

  TokenRules(IdentityConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
    return switch (keyId(token)) {
      case USERS_KEY -> person(users.parse(token, rules(USERS_KEY, USERS_ISSUER)));
      case GATEWAY_KEY -> service(gateway.parse(token, serviceRules()));
      default -> throw new ParseException("no such key here");
    };
  }

  private static String keyId(String token) throws ParseException {
    try {
      JsonWebSignature unverified = new JsonWebSignature();
      unverified.setCompactSerialization(token);
      String keyId = unverified.getKeyIdHeaderValue();
      return keyId == null ? "" : keyId;
    } catch (JoseException garbled) {
      throw new ParseException("not a signed token", garbled);
    }
  }

  private JWTAuthContextInfo serviceRules() {
    JWTAuthContextInfo rules = rules(GATEWAY_KEY, GATEWAY_ISSUER);
    rules.setMaxTimeToLiveSecs(config.serviceTokenLifetime().toSeconds());
    return rules;
  }

  private JWTAuthContextInfo rules(String keyId, String issuer) {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setPublicKeyLocation(location(config.keys()));
    rules.setTokenKeyId(keyId);
    rules.setIssuedBy(issuer);
    rules.setExpectedAudience(Set.of(AUDIENCE));
    rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    rules.setClockSkew((int) config.clockSkew().toSeconds());
    return rules;
  }

  private static String location(Path keys) {
    return "file:" + keys.toAbsolutePath();
  }

  private static JWTCallerPrincipal person(JWTCallerPrincipal token) throws ParseException {
    if (token.getGroups() != null && token.getGroups().contains(SERVICE)) {
      throw new ParseException("a person is not a service");
    }
    return token;
  }

  private JWTCallerPrincipal service(JWTCallerPrincipal token) throws ParseException {
    if (!Set.of(SERVICE).equals(token.getGroups())) {
      throw new ParseException("a service has the role service and no other");
    }
    // Issued in the future, a five-minute token would live longer than five minutes.
    long now = clock.instant().getEpochSecond();
    if (token.getIssuedAtTime() > now + config.clockSkew().toSeconds()) {
      throw new ParseException("issued in the future");
    }
    return token;
  }

  /**
   * Refuses to start without keys: every request would be answered 401 and nobody would know why.
   */
  static void requireReadable(Path keys) {
    if (!Files.isReadable(keys)) {
      throw new IllegalStateException("heard.identity.keys is not a readable file");
    }
  }
}
