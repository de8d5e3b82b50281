package org.heard.gateway.access;

import java.security.Key;
import java.time.Clock;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The identity provider's keys. Known ones are used as long as the provider is away; an unknown one
 * is asked for, so that a new key needs no restart.
 */
final class ProviderKeys implements VerificationKeyResolver {
  private final KeyFetch fetch;
  private final VerificationKeyResolver library;

  ProviderKeys(IdentitySettings settings, Clock clock) {
    Get http = new Get();
    http.setConnectTimeout((int) settings.keysTimeout().toMillis());
    http.setReadTimeout((int) settings.keysTimeout().toMillis());
    http.setRetries(0);
    http.setResponseBodySizeLimit(settings.keysMaxBytes());
    fetch = new KeyFetch(http, settings.keysRefetch(), clock);
    HttpsJwks jwks = new HttpsJwks(settings.keysUrl().orElseThrow().toString());
    jwks.setSimpleHttpGet(fetch);
    jwks.setDefaultCacheDuration(settings.keysMaxAge().toSeconds());
    jwks.setRetainCacheOnErrorDuration(Math.max(1, settings.keysRefetch().toSeconds()));
    jwks.setRefreshReprieveThreshold(settings.keysRefetch().toMillis());
    library = new HttpsJwksVerificationKeyResolver(jwks);
  }

  /** No answer about a key: neither that it exists nor that it does not. */
  static final class Unavailable extends UnresolvableKeyException {
    Unavailable() {
      super("the identity provider cannot be asked");
    }
  }

  @Override
  public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    try {
      return library.resolveKey(token, nesting);
    } catch (UnresolvableKeyException e) {
      // The library keeps what it knows through a failure, and then finds nothing without asking.
      throw fetch.isFailing() ? new Unavailable() : e;
    }
  }
}
