package org.heard.local.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heard.embedded.OwnerOnly;
import org.heard.local.run.CommandFailure;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The signing keys of a suite without an identity provider (ES256, P-256), in a folder of its data:
 * {@code local.json} signs the tokens of people, each service has its own, {@code keys.json} holds
 * the public halves that every service verifies with.
 */
public final class LocalIdentity implements Identity {

  private static final String PEOPLE = "local";
  private static final String GATEWAY = "gateway";
  private static final String FEEDBACK = "feedback-service";
  private static final String ANALYTICS = "analytics-service";

  private final Path folder;

  /**
   * @param folder made by {@link #create()} when missing
   */
  public LocalIdentity(Path folder) {
    this.folder = folder;
  }

  /** The public keys, a JWK set. */
  public Path publicKeys() {
    return folder.resolve("keys.json");
  }

  /** The private key of a service, by its module's name; a JWK. */
  public Path serviceKey(String service) {
    return folder.resolve(service + ".json");
  }

  /** Makes the keys that are missing; existing ones are kept. */
  public void create() throws IOException {
    OwnerOnly.directories(folder);
    try {
      JsonWebKeySet keys =
          new JsonWebKeySet(key(PEOPLE), key(GATEWAY), key(FEEDBACK), key(ANALYTICS));
      write(publicKeys(), keys.toJson(OutputControlLevel.PUBLIC_ONLY));
    } catch (JoseException e) {
      throw new IOException("identity keys in " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String token(Bearer bearer) {
    NumericDate now = NumericDate.now();
    NumericDate end = NumericDate.fromSeconds(now.getValue() + VALIDITY.toSeconds());
    String name = "demo-" + bearer.role().code();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("heard-local");
    claims.setAudience("heard");
    claims.setSubject(name);
    claims.setStringClaim("upn", name);
    claims.setStringListClaim("groups", bearer.role().code());
    claims.setStringListClaim("organisations", bearer.organisations());
    claims.setStringListClaim("units", bearer.units());
    claims.setStringListClaim("lanes", bearer.lanes());
    claims.setIssuedAt(now);
    claims.setExpirationTime(end);
    claims.setGeneratedJwtId();
    return sign(claims);
  }

  private String sign(JwtClaims claims) {
    try {
      EllipticCurveJsonWebKey key = (EllipticCurveJsonWebKey) read(PEOPLE);
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(claims.toJson());
      signature.setHeader("typ", "JWT");
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      signature.setKey(key.getPrivateKey());
      return signature.getCompactSerialization();
    } catch (IOException | JoseException e) {
      throw CommandFailure.failed("No token from the keys in " + folder + ": " + e.getMessage());
    }
  }

  private JsonWebKey key(String id) throws IOException, JoseException {
    if (!Files.exists(folder.resolve(id + ".json"))) {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(id);
      key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      key.setUse("sig");
      write(folder.resolve(id + ".json"), key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }
    return read(id);
  }

  private JsonWebKey read(String id) throws IOException, JoseException {
    return JsonWebKey.Factory.newJwk(Files.readString(folder.resolve(id + ".json")));
  }

  private static void write(Path file, String content) throws IOException {
    OwnerOnly.write(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
