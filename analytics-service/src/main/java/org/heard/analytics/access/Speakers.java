package org.heard.analytics.access;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.jwx.JsonWebStructure;

/**
 * Who may speak as what. Who can obtain a token for a person cannot speak as a service and the
 * other way round: the role {@code service} and a service's own identity come together or not at
 * all. That identity is the key that signed (without an identity provider each service has its own,
 * and an issuer of its own) or the client that the provider names in {@code azp}.
 */
final class Speakers implements Validator {
  static final String SERVICE = "service";
  private static final String PEOPLE = "local";
  private static final Set<String> SERVICES =
      Set.of("gateway", "feedback-service", "analytics-service");

  private final IdentitySettings settings;
  private final Clock clock;

  /** Refuses settings that leave open who is believed. */
  Speakers(IdentitySettings settings, Clock clock) {
    if (settings.keys().isPresent() == settings.keysUrl().isPresent()
        || settings.keysUrl().isPresent() != settings.issuer().isPresent()) {
      throw new IllegalStateException(
          "set heard.identity.keys, or heard.identity.keys-url and heard.identity.issuer");
    }
    this.settings = settings;
    this.clock = clock;
  }

  /** The issuers that are believed. */
  String[] issuers() {
    return settings
        .issuer()
        .map(Stream::of)
        .orElseGet(() -> Stream.concat(Stream.of(PEOPLE), SERVICES.stream()).map(Speakers::issuer))
        .toArray(String[]::new);
  }

  /** What is wrong with a token whose signature and usual claims are right; null if nothing. */
  @Override
  public String validate(JwtContext token) throws MalformedClaimException {
    JwtClaims claims = token.getJwtClaims();
    JsonWebStructure signed = token.getJoseObjects().get(0);
    if (!isAccessToken(signed, claims)) {
      return "not an access token";
    }
    // Issued in the future, a five-minute token would live longer than five minutes.
    if (claims.getIssuedAt().getValue() > latest()) {
      return "issued in the future";
    }
    String client = client(signed, claims);
    List<String> roles =
        claims.hasClaim("groups") ? claims.getStringListClaimValue("groups") : List.of();
    if (client == null || roles.contains(SERVICE) != SERVICES.contains(client)) {
      return "the bearer is not who the roles say";
    }
    return SERVICES.contains(client) ? fault(client, roles, claims) : null;
  }

  private String fault(String client, List<String> roles, JwtClaims claims)
      throws MalformedClaimException {
    if (!settings.services().contains(client)) {
      return "this service has no business here";
    }
    if (!roles.equals(List.of(SERVICE))) {
      return "a service has the role service and no other";
    }
    long lifetime = claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
    return lifetime > settings.serviceTokenLifetime().toSeconds() ? "it lives too long" : null;
  }

  private static boolean isAccessToken(JsonWebStructure signed, JwtClaims claims)
      throws MalformedClaimException {
    String header = signed.getHeader("typ");
    String claim = claims.getStringClaimValue("typ");
    return (header == null || Set.of("jwt", "at+jwt").contains(header.toLowerCase(Locale.ROOT)))
        && (claim == null || claim.equals("Bearer"));
  }

  private long latest() {
    return clock.instant().plus(settings.clockSkew()).getEpochSecond();
  }

  // Null where the key may not sign for this issuer.
  private String client(JsonWebStructure signed, JwtClaims claims) throws MalformedClaimException {
    if (settings.issuer().isPresent()) {
      String client = claims.getStringClaimValue("azp");
      return client == null ? "" : client;
    }
    String key = signed.getKeyIdHeaderValue();
    return key != null && issuer(key).equals(claims.getIssuer()) ? key : null;
  }

  static String issuer(String key) {
    return "heard-" + key;
  }
}
