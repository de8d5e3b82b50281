package org.heard.gateway.access;

import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key of an identity provider, and the tokens that are signed with it. */
public final class ProviderKey {
  /** The issuer of all tokens of this class. */
  public static final String ISSUER = "https://login.example/realms/heard";

  private final EllipticCurveJsonWebKey key;

  /** A new key of this id. */
  public ProviderKey(String id) {
    try {
      key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(id);
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public halves, as a provider answers them. */
  public static String jwks(ProviderKey... keys) {
    JsonWebKeySet set = new JsonWebKeySet();
    List.of(keys).forEach(known -> set.addJsonWebKey(known.key));
    return set.toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  String withPrivateHalf() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE);
  }

  /** A token of someone of O01 with this role. */
  public String person(String role) {
    return token(claims -> claims.setStringListClaim("groups", role));
  }

  /** A token of a client with the role of a service. */
  public String service(String client) {
    return token(
        claims -> {
          claims.setStringClaim("azp", client);
          claims.setStringListClaim("groups", "service");
          claims.setExpirationTimeMinutesInTheFuture(4);
        });
  }

  String token(Consumer<JwtClaims> change) {
    return token(change, signature -> {});
  }

  String token(Consumer<JwtClaims> change, Consumer<JsonWebSignature> sign) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience("heard");
    claims.setSubject("4711");
    claims.setStringClaim("typ", "Bearer");
    claims.setStringClaim("azp", "dashboard");
    claims.setStringClaim("preferred_username", "ash-leader");
    claims.setStringListClaim("groups", "ward-leader");
    claims.setStringListClaim("organisations", "O01");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(30);
    change.accept(claims);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setPayload(claims.toJson());
    signature.setHeader("typ", "JWT");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue("ES256");
    signature.setKey(key.getPrivateKey());
    sign.accept(signature);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
