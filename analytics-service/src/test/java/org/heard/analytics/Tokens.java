package org.heard.analytics;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Keys and tokens of a suite without an identity provider. */
public final class Tokens {
  static final String PUBLIC = "public.json";
  static final String FOLDER = "test.identity.folder";

  private Tokens() {}

  static Path writeKeys() {
    try {
      Path folder = Files.createTempDirectory("heard-keys");
      JsonWebKeySet keys = new JsonWebKeySet();
      for (String kid : List.of("local", "gateway", "feedback-service")) {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(kid);
        keys.addJsonWebKey(key);
        Files.writeString(
            folder.resolve(kid + ".json"),
            key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
      }
      Files.writeString(
          folder.resolve(PUBLIC), keys.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (JoseException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static void deleteKeys(Path folder) {
    try {
      for (String file : List.of("local.json", "gateway.json", "feedback-service.json", PUBLIC)) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.deleteIfExists(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A token's claims before it is signed; each test changes the one thing it is about. */
  public record Draft(
      String kid,
      String signer,
      String issuer,
      String audience,
      Set<String> groups,
      List<String> organisations,
      List<String> lanes,
      String subject,
      List<String> units,
      Instant issuedAt,
      Duration lifetime) {

    public Draft kid(String other) {
      return new Draft(
          other,
          signer,
          issuer,
          audience,
          groups,
          organisations,
          lanes,
          subject,
          units,
          issuedAt,
          lifetime);
    }

    public Draft signer(String other) {
      return new Draft(
          kid,
          other,
          issuer,
          audience,
          groups,
          organisations,
          lanes,
          subject,
          units,
          issuedAt,
          lifetime);
    }

    public Draft issuer(String other) {
      return new Draft(
          kid,
          signer,
          other,
          audience,
          groups,
          organisations,
          lanes,
          subject,
          units,
          issuedAt,
          lifetime);
    }

    public Draft audience(String other) {
      return new Draft(
          kid,
          signer,
          issuer,
          other,
          groups,
          organisations,
          lanes,
          subject,
          units,
          issuedAt,
          lifetime);
    }

    public Draft withGroups(String... other) {
      return new Draft(
          kid,
          signer,
          issuer,
          audience,
          Set.of(other),
          organisations,
          lanes,
          subject,
          units,
          issuedAt,
          lifetime);
    }

    public Draft withOrganisations(String... other) {
      return new Draft(
          kid,
          signer,
          issuer,
          audience,
          groups,
          List.of(other),
          lanes,
          subject,
          units,
          issuedAt,
          lifetime);
    }

    public Draft withLanes(String... other) {
      return new Draft(
          kid,
          signer,
          issuer,
          audience,
          groups,
          organisations,
          List.of(other),
          subject,
          units,
          issuedAt,
          lifetime);
    }

    /** Another person. */
    public Draft subject(String other) {
      return new Draft(
          kid,
          signer,
          issuer,
          audience,
          groups,
          organisations,
          lanes,
          other,
          units,
          issuedAt,
          lifetime);
    }

    public Draft withUnits(String... other) {
      return new Draft(
          kid,
          signer,
          issuer,
          audience,
          groups,
          organisations,
          lanes,
          subject,
          List.of(other),
          issuedAt,
          lifetime);
    }

    public Draft issuedAt(Instant other) {
      return new Draft(
          kid,
          signer,
          issuer,
          audience,
          groups,
          organisations,
          lanes,
          subject,
          units,
          other,
          lifetime);
    }

    public Draft lifetime(Duration other) {
      return new Draft(
          kid,
          signer,
          issuer,
          audience,
          groups,
          organisations,
          lanes,
          subject,
          units,
          issuedAt,
          other);
    }

    private JwtClaimsBuilder claims() {
      return Jwt.issuer(issuer)
          .subject(subject)
          .upn(subject)
          .audience(audience)
          .groups(groups)
          .claim("organisations", organisations)
          .claim("units", units)
          .claim("lanes", lanes)
          .issuedAt(issuedAt)
          .expiresAt(issuedAt.plus(lifetime));
    }

    /** The signed token. */
    public String sign() {
      return claims()
          .jws()
          .keyId(kid)
          .algorithm(SignatureAlgorithm.ES256)
          .sign(key(signer).getPrivateKey());
    }

    /** The same claims, not signed at all. */
    public String unsigned() {
      return by("none", null);
    }

    /** The same claims, signed with the public key as if it were a shared secret. */
    public String signedWithThePublicKey() {
      String shared = key(signer).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
      return by("HS256", new HmacKey(shared.getBytes(StandardCharsets.UTF_8)));
    }

    private static String claimsOf(String token) {
      String middle = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
      return new String(Base64.getUrlDecoder().decode(middle), StandardCharsets.UTF_8);
    }

    private String by(String algorithm, Key key) {
      try {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claimsOf(sign()));
        signature.setKeyIdHeaderValue(kid);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        return signature.getCompactSerialization();
      } catch (JoseException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  /** A person of the demo organisation with this role. */
  public static Draft person(String role) {
    return new Draft(
        "local",
        "local",
        "heard-local",
        "heard",
        Set.of(role),
        List.of("O01"),
        List.of(),
        "somebody",
        List.of("W01"),
        Instant.now().minusSeconds(1),
        Duration.ofHours(8));
  }

  /** The gateway itself. */
  public static Draft gateway() {
    return new Draft(
        "gateway",
        "gateway",
        "heard-gateway",
        "heard",
        Set.of("service"),
        List.of(),
        List.of(),
        "somebody",
        List.of("W01"),
        Instant.now().minusSeconds(1),
        Duration.ofMinutes(5));
  }

  /** feedback-service itself. */
  public static Draft feedbackService() {
    return gateway()
        .kid("feedback-service")
        .signer("feedback-service")
        .issuer("heard-feedback-service");
  }

  private static EllipticCurveJsonWebKey key(String kid) {
    String folder = ConfigProvider.getConfig().getValue(FOLDER, String.class);
    try {
      String json = Files.readString(Path.of(folder, kid + ".json"));
      return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(json);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (JoseException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
