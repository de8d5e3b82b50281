package org.heard.feedback.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTokensTest {
  private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

  @TempDir Path folder;

  @Test
  void areSignedAsThisServiceForLessThanFiveMinutes() throws Exception {
    EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    Path file =
        Files.writeString(
            folder.resolve("key.json"), key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    OwnTokens tokens = tokens(Map.of("service-key", file.toString()));
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setVerificationKey(key.getECPublicKey())
            .setExpectedIssuer("heard-feedback-service")
            .setExpectedAudience("heard")
            .setExpectedSubject("feedback-service")
            .setEvaluationTime(NumericDate.fromSeconds(NOW.getEpochSecond()))
            .build()
            .processToClaims(tokens.token());
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(240);
    assertThat(tokens.token()).isEqualTo(tokens.token());
  }

  @Test
  void areGrantedByTheProvider() throws Exception {
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          boolean known =
              "Basic ZmVlZGJhY2stc2VydmljZTpzM2NyZXQ="
                  .equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body =
              "{\"access_token\": \"granted\", \"expires_in\": 240}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    provider.start();
    try {
      String address = "http://127.0.0.1:" + provider.getAddress().getPort() + "/";
      Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
      assertThat(
              tokens(Map.of("token-url", address, "client-secret-file", secret.toString())).token())
          .isEqualTo("granted");
      Files.writeString(secret, "other");
      assertThatIOException()
          .isThrownBy(
              () ->
                  tokens(Map.of("token-url", address, "client-secret-file", secret.toString()))
                      .token());
    } finally {
      provider.stop(0);
    }
  }

  @Test
  void areNotToBeHadWithoutAnIdentity() {
    assertThatIOException().isThrownBy(() -> tokens(Map.of()).token());
  }

  @Test
  void needAPrivateKeyAndDoNotQuoteAnother() throws IOException {
    Path file = Files.writeString(folder.resolve("key.json"), "{\"secret\": 1}");
    assertThatIllegalStateException()
        .isThrownBy(() -> tokens(Map.of("service-key", file.toString())))
        .withMessageContaining("heard.identity.service-key")
        .withMessageNotContaining("secret\"");
  }

  private static OwnTokens tokens(Map<String, String> values) {
    Map<String, String> prefixed = new HashMap<>();
    values.forEach((name, value) -> prefixed.put("heard.identity." + name, value));
    OwnIdentitySettings settings =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(OwnIdentitySettings.class)
            .withSources(new PropertiesConfigSource(prefixed, "test", 500))
            .build()
            .getConfigMapping(OwnIdentitySettings.class);
    return new OwnTokens(settings, Clock.fixed(NOW, ZoneOffset.UTC), new ObjectMapper());
  }
}
