package org.heard.feedback.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * This service's own short-lived tokens, one at a time, replaced before they expire. A key that
 * cannot be used stops the start, instead of the first erasure.
 */
@ApplicationScoped
@Startup
public class OwnTokens {
  private static final String NAME = "feedback-service";
  private static final Duration LIFETIME = Duration.ofMinutes(4);
  private static final Duration RENEWAL = Duration.ofSeconds(30);

  private final OwnIdentitySettings settings;
  private final Clock clock;
  private final ObjectMapper json;
  private final PrivateKey key;
  private final BoundedClient http;
  private volatile Issued held = new Issued("", Instant.EPOCH, Instant.EPOCH);
  private FutureTask<Issued> renewal;

  OwnTokens(OwnIdentitySettings settings, Clock clock, ObjectMapper json) {
    this.settings = settings;
    this.clock = clock;
    this.json = json;
    this.key = settings.serviceKey().map(OwnTokens::read).orElse(null);
    this.http = new BoundedClient(settings.tokenTimeout(), settings.tokenMaxBytes());
  }

  private record Issued(String token, Instant at, Instant expires) {
    /** One issued before the clock was put back counts from a moment that nobody has reached. */
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(expires.minus(RENEWAL));
    }
  }

  /**
   * A token that is valid for a while. Whoever asks while it is renewed waits for the same answer,
   * and no longer than that may take.
   *
   * @throws IOException if there is none to be had at the moment
   */
  public String token() throws IOException {
    Instant now = clock.instant();
    Issued known = held;
    if (known.isFresh(now)) {
      return known.token();
    }
    FutureTask<Issued> asked = renewal(now);
    // Does nothing where somebody else has begun.
    asked.run();
    try {
      return asked.get().token();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping");
    }
  }

  private synchronized FutureTask<Issued> renewal(Instant now) {
    // Somebody else's may have ended since it was seen that one is needed.
    if (renewal == null || (renewal.isDone() && !held.isFresh(now))) {
      renewal = new FutureTask<>(() -> held = key == null ? granted(now) : signed(now));
    }
    return renewal;
  }

  private Issued signed(Instant now) {
    NumericDate issued = NumericDate.fromSeconds(now.getEpochSecond());
    Instant expires = Instant.ofEpochSecond(now.getEpochSecond()).plus(LIFETIME);
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("heard-" + NAME);
    claims.setAudience("heard");
    claims.setSubject(NAME);
    claims.setStringListClaim("groups", List.of(Speakers.SERVICE));
    claims.setIssuedAt(issued);
    claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key);
    signature.setKeyIdHeaderValue(NAME);
    signature.setAlgorithmHeaderValue("ES256");
    try {
      return new Issued(signature.getCompactSerialization(), now, expires);
    } catch (JoseException impossible) {
      throw new IllegalStateException("heard.identity.service-key signs nothing");
    }
  }

  /** OAuth 2.0 client credentials, RFC 6749, 4.4. */
  private Issued granted(Instant asked) throws IOException {
    if (settings.tokenUrl().isEmpty() || settings.clientSecretFile().isEmpty()) {
      throw new IOException("no identity of this service is set");
    }
    String pair = NAME + ":" + Files.readString(settings.clientSecretFile().get()).strip();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(settings.tokenUrl().get())
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    JsonNode granted = answer.statusCode() == 200 ? json.readTree(answer.body()) : null;
    if (granted == null || !granted.path("access_token").isTextual()) {
      throw new IOException("the identity provider grants no token");
    }
    Instant expires = asked.plusSeconds(granted.path("expires_in").asLong());
    return new Issued(granted.path("access_token").textValue(), asked, expires);
  }

  private static PrivateKey read(Path file) {
    try {
      if (JsonWebKey.Factory.newJwk(Files.readString(file)) instanceof EllipticCurveJsonWebKey curve
          && curve.getPrivateKey() != null) {
        return curve.getPrivateKey();
      }
    } catch (IOException | JoseException unreadable) {
      // Told below: neither the cause nor its message may quote the file.
    }
    throw new IllegalStateException(
        "heard.identity.service-key: " + file + " is no JWK file with a private P-256 key");
  }
}
