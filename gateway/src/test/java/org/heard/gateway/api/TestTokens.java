package org.heard.gateway.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Keys made for one test run, and tokens good and bad. */
final class TestTokens {
  private final EllipticCurveJsonWebKey users = key("local");
  private final EllipticCurveJsonWebKey gateway = key("gateway");
  private final EllipticCurveJsonWebKey stranger = key("local");

  String publicKeys() {
    return new JsonWebKeySet(users, gateway).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  String serviceKey() {
    return gateway.toJson(OutputControlLevel.INCLUDE_PRIVATE);
  }

  EllipticCurveJsonWebKey gatewayKey() {
    return gateway;
  }

  /** A token of the demo organisation. */
  String of(String role, String... units) {
    return with(claims -> claims.setStringListClaim("groups", role), units);
  }

  /** A ward leader's token of the demo organisation, changed. */
  String with(Consumer<JwtClaims> change, String... units) {
    return signed(claims(change, units), signature -> {});
  }

  String expired() {
    return with(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_700_000_000)), "W01");
  }

  String byAStranger() {
    return signed(
        claims(claims -> {}, "W01"), signature -> signature.setKey(stranger.getPrivateKey()));
  }

  String withKeyId(String kid) {
    return signed(claims(claims -> {}, "W01"), signature -> signature.setKeyIdHeaderValue(kid));
  }

  String withoutKeyId() {
    return signed(
        claims(claims -> {}, "W01"),
        signature -> signature.getHeaders().setStringHeaderValue("kid", null));
  }

  String unsigned() {
    return signed(
        claims(claims -> {}, "W01"),
        signature -> {
          signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
          signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
          signature.setKey(null);
        });
  }

  /** Signed with the public key's bytes as a shared secret: the classic confusion. */
  String hmacWithPublicKey() {
    return signed(
        claims(claims -> {}, "W01"),
        signature -> {
          signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
          signature.setKey(new HmacKey(users.getECPublicKey().getEncoded()));
        });
  }

  /** What the gateway itself sends to analytics-service. */
  String ofService() {
    return signed(
        claims(
            claims -> {
              claims.setIssuer("heard-gateway");
              claims.setSubject("gateway");
              claims.setStringListClaim("groups", "service");
            }),
        signature -> {
          signature.setKeyIdHeaderValue("gateway");
          signature.setKey(gateway.getPrivateKey());
        });
  }

  private static JwtClaims claims(Consumer<JwtClaims> change, String... units) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("heard-local");
    claims.setAudience("heard");
    claims.setSubject("test-user");
    claims.setStringClaim("upn", "test-user");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setStringListClaim("groups", "ward-leader");
    claims.setStringListClaim("organisations", "O01");
    claims.setStringListClaim("units", Arrays.asList(units));
    claims.setStringListClaim("lanes", List.of());
    change.accept(claims);
    return claims;
  }

  private String signed(JwtClaims claims, Consumer<JsonWebSignature> change) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKeyIdHeaderValue("local");
    signature.setKey(users.getPrivateKey());
    change.accept(signature);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EllipticCurveJsonWebKey key(String kid) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
