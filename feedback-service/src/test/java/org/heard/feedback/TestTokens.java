package org.heard.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs tokens as the local suite does, and as it should never. */
public final class TestTokens {
  private static final EllipticCurveJsonWebKey LOCAL = key("local");
  private static final EllipticCurveJsonWebKey STRANGER = key("local");
  private static final EllipticCurveJsonWebKey GATEWAY = key("gateway");
  private static final EllipticCurveJsonWebKey ANALYTICS = key("analytics-service");

  private TestTokens() {}

  static void writeKeys(Path file) throws IOException {
    Files.writeString(
        file, new JsonWebKeySet(LOCAL, GATEWAY, ANALYTICS).toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  /** A key for the service's own tokens; nobody here knows it. */
  static Path writeOwnKey(Path file) throws IOException {
    return Files.writeString(
        file, key("feedback-service").toJson(OutputControlLevel.INCLUDE_PRIVATE));
  }

  /** An admin of O01 and O02. */
  public static String admin() {
    return token("heard-local", "heard", List.of("admin"), 10, LOCAL);
  }

  /** Someone of O01 with this role. */
  public static String withRole(String role) {
    return token("heard-local", "heard", List.of(role), 10, LOCAL);
  }

  /** Someone of this organisation only, with this role. */
  public static String withRole(String role, String organisation) {
    return token("heard-local", "heard", List.of(role), List.of(organisation), 10, LOCAL);
  }

  /** The gateway itself. */
  public static String gateway() {
    return token("heard-gateway", "heard", List.of("service"), 4, GATEWAY);
  }

  /** A leader of these units in O01. */
  public static String leader(String... units) {
    return leaderOf("O01", List.of("ward-leader"), units);
  }

  /** Someone of this organisation with these roles, and a leader's claim to these units. */
  public static String leaderOf(String organisation, List<String> roles, String... units) {
    JwtClaims claims = claims("heard-local", "heard", roles, List.of(organisation), 10);
    claims.setStringListClaim("units", List.of(units));
    return signed(claims, LOCAL);
  }

  /** analytics-service itself. */
  public static String analytics() {
    return token("heard-analytics-service", "heard", List.of("service"), 4, ANALYTICS);
  }

  static String ofStranger() {
    return token("heard-local", "heard", List.of("admin"), 10, STRANGER);
  }

  static String token(String issuer, String audience, List<String> roles, float minutes) {
    return token(issuer, audience, roles, minutes, LOCAL);
  }

  private static String token(
      String issuer,
      String audience,
      List<String> roles,
      float minutes,
      EllipticCurveJsonWebKey key) {
    return token(issuer, audience, roles, List.of("O01", "O02"), minutes, key);
  }

  private static String token(
      String issuer,
      String audience,
      List<String> roles,
      List<String> organisations,
      float minutes,
      EllipticCurveJsonWebKey key) {
    return signed(claims(issuer, audience, roles, organisations, minutes), key);
  }

  private static JwtClaims claims(
      String issuer,
      String audience,
      List<String> roles,
      List<String> organisations,
      float minutes) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(audience);
    claims.setSubject("test-person");
    claims.setStringClaim("upn", "test-person");
    claims.setStringListClaim("groups", roles);
    claims.setStringListClaim("organisations", organisations);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(minutes);
    return claims;
  }

  private static String signed(JwtClaims claims, EllipticCurveJsonWebKey key) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(claims.toJson());
      signature.setKey(key.getPrivateKey());
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setAlgorithmHeaderValue("ES256");
      return signature.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static EllipticCurveJsonWebKey key(String id) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(id);
      key.setAlgorithm("ES256");
      key.setUse("sig");
      return key;
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
