package org.heard.feedback.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTokensTest {
  private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

  private static final String GRANTED = "{\"access_token\": \"granted\", \"expires_in\": 240}";
  private static final Duration BOUND = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer provider;
  private volatile CountDownLatch released = new CountDownLatch(0);
  private volatile String answer = GRANTED;
  private volatile int missing;

  @BeforeEach
  void provider() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/", this::answer);
    provider.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    provider.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try {
      released.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    boolean known =
        "Basic ZmVlZGJhY2stc2VydmljZTpzM2NyZXQ="
            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(known ? 200 : 401, body.length + missing);
    exchange.getResponseBody().write(body);
    if (missing == 0) {
      exchange.close();
    } else {
      exchange.getResponseBody().flush();
    }
  }

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
    assertThat(granted(Map.of()).token()).isEqualTo("granted");
    Files.writeString(folder.resolve("secret"), "other");
    assertThatIOException().isThrownBy(tokens(address(Map.of()))::token);
  }

  /** The head came at once, and more is promised than comes. */
  @Test
  void waitNoLongerForAllOfAnAnswerThanForItsBeginning() throws Exception {
    missing = 1;
    assertThatIOException().isThrownBy(granted(Map.of())::token).withMessageContaining("in time");
  }

  @Test
  void readNoMoreOfAnAnswerThanItMayHave() throws Exception {
    Map<String, String> little = Map.of("token-max-bytes", "1024");
    answer = GRANTED + " ".repeat(1024 - GRANTED.length());
    assertThat(granted(little).token()).isEqualTo("granted");
    answer = GRANTED + " ".repeat(1024 - GRANTED.length() + 1);
    assertThatIOException().isThrownBy(granted(little)::token).withMessageContaining("1024");
  }

  /** Not one after the other, each as long as an answer may take. */
  @Test
  void areAskedForOnceByAllWhoWait() throws Exception {
    OwnTokens tokens = granted(Map.of("token-timeout", "PT60S"));
    released = new CountDownLatch(1);
    List<FutureTask<String>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      FutureTask<String> answer = new FutureTask<>(tokens::token);
      answers.add(answer);
      Thread thread = new Thread(answer);
      thread.start();
      if (i == 0) {
        await().atMost(BOUND).until(() -> asked.get() == 1);
      } else {
        await().atMost(BOUND).until(() -> thread.getState() == Thread.State.WAITING);
      }
    }
    released.countDown();
    for (FutureTask<String> answer : answers) {
      assertThat(answer.get(BOUND.toSeconds(), TimeUnit.SECONDS)).isEqualTo("granted");
    }
    assertThat(asked).hasValue(1);
  }

  /** Somebody who has seen that one is needed, and finds that it was renewed meanwhile. */
  @Test
  void areNotAskedForAgainByWhoComesJustAfterARenewal() throws Exception {
    OwnTokens tokens = granted(Map.of());
    FutureTask<String> late = new FutureTask<>(tokens::token);
    Thread thread = new Thread(late);
    synchronized (tokens) {
      thread.start();
      await().atMost(BOUND).until(() -> thread.getState() == Thread.State.BLOCKED);
      assertThat(tokens.token()).isEqualTo("granted");
    }
    assertThat(late.get(BOUND.toSeconds(), TimeUnit.SECONDS)).isEqualTo("granted");
    assertThat(asked).hasValue(1);
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

  private OwnTokens granted(Map<String, String> more) throws IOException {
    Files.writeString(folder.resolve("secret"), "s3cret\n");
    return tokens(address(more));
  }

  private Map<String, String> address(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("token-url", "http://127.0.0.1:" + provider.getAddress().getPort() + "/");
    all.put("client-secret-file", folder.resolve("secret").toString());
    return all;
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
