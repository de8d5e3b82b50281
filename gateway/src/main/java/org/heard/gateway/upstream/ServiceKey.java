package org.heard.gateway.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Reads the private key that signs service tokens. */
final class ServiceKey {
  private ServiceKey() {}

  /**
   * The private P-256 key of a JWK file.
   *
   * @throws IllegalStateException naming the setting and the file, never the content
   */
  static PrivateKey read(Path file) {
    try {
      JsonWebKey key = JsonWebKey.Factory.newJwk(Files.readString(file));
      if (key instanceof EllipticCurveJsonWebKey curve
          && EllipticCurves.P_256.equals(curve.getCurveName())
          && curve.getPrivateKey() != null) {
        return curve.getPrivateKey();
      }
    } catch (IOException | JoseException e) {
      throw new IllegalStateException(
          "heard.identity.service-key: " + file + " is not a readable JWK file");
    }
    throw new IllegalStateException(
        "heard.identity.service-key: " + file + " holds no private P-256 key");
  }
}
