package org.heard.gateway.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** The key file of a suite without an identity provider, read once. */
final class LocalKeys {
  private LocalKeys() {}

  /**
   * The public keys of a JWKS file.
   *
   * @throws IllegalStateException without keys every request would be refused and nobody would know
   *     why; with a private one somebody could speak as whom it belongs to
   */
  static VerificationKeyResolver read(Path file) {
    try {
      List<JsonWebKey> keys = new JsonWebKeySet(Files.readString(file)).getJsonWebKeys();
      if (!keys.isEmpty() && keys.stream().allMatch(LocalKeys::isPublic)) {
        return new JwksVerificationKeyResolver(keys);
      }
    } catch (IOException | JoseException e) {
      throw new IllegalStateException("heard.identity.keys: " + file + " is not a readable JWKS");
    }
    throw new IllegalStateException(
        "heard.identity.keys: " + file + " must hold public keys and nothing else");
  }

  private static boolean isPublic(JsonWebKey key) {
    return key instanceof PublicJsonWebKey pair && pair.getPrivateKey() == null;
  }
}
