package org.heard.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  @TempDir Path folder;

  private final ProviderKey first = new ProviderKey("first");
  private final ProviderKey second = new ProviderKey("second");
  private final MovedClock clock = new MovedClock();
  private JwksServer provider;

  @BeforeEach
  void provide() throws IOException {
    provider = new JwksServer();
    provider.answer(ProviderKey.jwks(first));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aPersonOfTheProviderIsBelieved() throws Exception {
    JsonWebToken token = verifier().parse(first.person("ward-leader"), null);
    assertThat(token.getName()).isEqualTo("ash-leader");
    assertThat(token.getGroups()).containsExactly("ward-leader");
    assertThat(token.getRawToken()).isNotEmpty();
  }

  @Test
  void aNewKeyIsBelievedWithoutARestartAndTheOldOneAsLongAsItIsThere() throws Exception {
    TokenVerifier verifier = verifier("keys-refetch", "PT0.001S");
    verifier.parse(first.person("admin"), null);
    clock.letAMomentPass();
    refused(verifier, second.person("admin"));
    provider.answer(ProviderKey.jwks(first, second));
    clock.letAMomentPass();
    verifier.parse(second.person("admin"), null);
    verifier.parse(first.person("admin"), null);
    provider.answer(ProviderKey.jwks(second));
    clock.letAMomentPass();
    refused(verifier, new ProviderKey("third").person("admin"));
    refused(verifier, first.person("admin"));
  }

  @Test
  void inventedKeyIdsDoNotMakeUsAskMoreOftenThanWeMay() throws Exception {
    TokenVerifier verifier = verifier("keys-refetch", "1h");
    verifier.parse(first.person("admin"), null);
    for (int i = 0; i < 20; i++) {
      refused(verifier, new ProviderKey("invented-" + i).person("admin"));
    }
    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void aProviderThatIsAwayIsOurFaultAndItsReturnIsNoticed() throws Exception {
    provider.goAway();
    TokenVerifier verifier = verifier();
    unavailable(verifier, first.person("admin"));
    provider.comeBack();
    unavailable(verifier, first.person("admin"));
    assertThat(provider.asked()).as("asked again too soon").isZero();
    clock.now = clock.now.plusSeconds(5);
    verifier.parse(first.person("admin"), null);
  }

  @Test
  void knownKeysSurviveTheProvider() throws Exception {
    TokenVerifier verifier = verifier("keys-refetch", "PT0.001S");
    verifier.parse(first.person("admin"), null);
    provider.goAway();
    clock.letAMomentPass();
    unavailable(verifier, second.person("admin"));
    verifier.parse(first.person("admin"), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sorry", "{\"keys\": []}", "<html>"})
  void anAnswerWithoutKeysIsNoAnswer(String document) {
    provider.answer(document);
    unavailable(verifier(), first.person("admin"));
  }

  @Test
  void anAnswerAboveTheLimitIsNotRead() throws Exception {
    String padded = ProviderKey.jwks(first).replace("{\"keys\"", " ".repeat(1024) + "{\"keys\"");
    provider.answer(padded);
    verifier().parse(first.person("admin"), null);
    unavailable(verifier("keys-max-bytes", "1024"), first.person("admin"));
  }

  @Test
  void whatIsNotAnAccessTokenForUsIsRefused() {
    TokenVerifier verifier = verifier();
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("issuer", first.token(claims -> claims.setIssuer("https://login.example/other")));
    bad.put("audience", first.token(claims -> claims.setAudience("account")));
    bad.put("no audience", first.token(claims -> claims.unsetClaim("aud")));
    bad.put("expired", first.token(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)));
    bad.put("no expiry", first.token(claims -> claims.unsetClaim("exp")));
    bad.put("no start", first.token(claims -> claims.unsetClaim("iat")));
    bad.put("no subject", first.token(claims -> claims.unsetClaim("sub")));
    bad.put("from the future", first.token(claims -> claims.setIssuedAt(inAnHour())));
    bad.put("an ID token", first.token(claims -> claims.setStringClaim("typ", "ID")));
    bad.put(
        "a logout token",
        first.token(claims -> {}, signature -> signature.setHeader("typ", "logout+jwt")));
    bad.put(
        "groups of another shape", first.token(claims -> claims.setStringClaim("groups", "admin")));
    bad.put(
        "alg none",
        first.token(
            claims -> {},
            signature -> {
              signature.setAlgorithmHeaderValue("none");
              signature.setKey(null);
            }));
    bad.put(
        "HS256",
        first.token(
            claims -> {},
            signature -> {
              signature.setAlgorithmHeaderValue("HS256");
              signature.setKey(new HmacKey(new byte[32]));
            }));
    bad.put("another's signature", new ProviderKey("first").person("admin"));
    bad.put("garbled", "a.b.c");
    bad.forEach(
        (what, token) ->
            assertThatExceptionOfType(ParseException.class)
                .as(what)
                .isThrownBy(() -> verifier.parse(token, null))
                .withMessage("the token is not valid"));
  }

  @Test
  void anAlgorithmThatIsNotAllowedIsRefused() {
    refused(verifier("algorithms", "RS256"), first.person("admin"));
  }

  @ParameterizedTest
  @CsvSource({
    "dashboard,         admin,         true",
    ",                  admin,         true",
    "dashboard,         service,       false",
    "dashboard,         admin service, false",
    ",                  service,       false",
    "gateway,           admin,         false",
    "gateway,           service admin, false",
    "gateway,           '',            false",
    "gateway,           service,       false",
    "feedback-service,  service,       false",
    "analytics-service, service,       false",
  })
  void theRoleServiceAndTheClientOfAServiceComeTogether(
      String client, String roles, boolean believed) {
    String token =
        first.token(
            claims -> {
              claims.setClaim("azp", client);
              claims.setStringListClaim(
                  "groups", roles.isEmpty() ? List.of() : List.of(roles.split(" ", -1)));
              claims.setExpirationTimeMinutesInTheFuture(4);
            });
    assertThat(isBelieved(verifier(), token)).isEqualTo(believed);
  }

  @Test
  void withoutAProviderEveryKeyHasItsIssuer() throws Exception {
    ProviderKey people = new ProviderKey("local");
    ProviderKey gateway = new ProviderKey("gateway");
    ProviderKey other = new ProviderKey("other");
    TokenVerifier verifier = local(ProviderKey.jwks(people, gateway, other));
    assertThat(isBelieved(verifier, local(people, "heard-local", "admin"))).isTrue();
    assertThat(isBelieved(verifier, local(gateway, "heard-gateway", "service"))).isEqualTo(false);
    assertThat(isBelieved(verifier, local(people, "heard-local", "service"))).isFalse();
    assertThat(isBelieved(verifier, local(people, "heard-gateway", "service"))).isFalse();
    assertThat(isBelieved(verifier, local(gateway, "heard-local", "admin"))).isFalse();
    assertThat(isBelieved(verifier, local(gateway, "heard-gateway", "admin"))).isFalse();
    assertThat(isBelieved(verifier, local(other, "heard-other", "admin"))).isFalse();
    assertThat(isBelieved(verifier, first.person("admin"))).isFalse();
  }

  @Test
  void settingsThatLeaveOpenWhoIsBelievedStopTheStart() throws IOException {
    String keys = file(ProviderKey.jwks(first));
    for (Map<String, String> settings :
        List.<Map<String, String>>of(
            Map.of(),
            Map.of("issuer", "x"),
            Map.of("keys-url", "http://127.0.0.1:1"),
            Map.of("keys", keys, "issuer", "x"),
            Map.of("keys", keys, "keys-url", "http://127.0.0.1:1", "issuer", "x"))) {
      assertThatIllegalStateException()
          .as(settings.toString())
          .isThrownBy(() -> new TokenVerifier(settings(settings), clock))
          .withMessageContaining("heard.identity.keys");
    }
  }

  @Test
  void keyFilesThatAreUnreadableEmptyOrSecretStopTheStart() throws IOException {
    for (String bad : List.of("", "x", "{\"keys\": []}", first.withPrivateHalf())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> local(bad))
          .withMessageContaining("heard.identity.keys");
    }
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new TokenVerifier(settings(Map.of("keys", folder.resolve("no") + "")), clock));
  }

  private static NumericDate inAnHour() {
    return NumericDate.fromSeconds(Instant.now().getEpochSecond() + 3600);
  }

  private static String local(ProviderKey key, String issuer, String role) {
    return key.token(
        claims -> {
          claims.setIssuer(issuer);
          claims.setStringListClaim("groups", role);
          claims.setExpirationTimeMinutesInTheFuture(4);
        });
  }

  private TokenVerifier local(String jwks) throws IOException {
    return new TokenVerifier(settings(Map.of("keys", file(jwks))), clock);
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("keys.json"), content).toString();
  }

  private TokenVerifier verifier(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("keys-url", provider.address().toString());
    settings.put("issuer", ProviderKey.ISSUER);
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return new TokenVerifier(settings(settings), clock);
  }

  private static IdentitySettings settings(Map<String, String> values) {
    Map<String, String> prefixed = new HashMap<>();
    values.forEach((name, value) -> prefixed.put("heard.identity." + name, value));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(IdentitySettings.class)
        .withSources(new PropertiesConfigSource(prefixed, "test", 100))
        .build()
        .getConfigMapping(IdentitySettings.class);
  }

  private static boolean isBelieved(TokenVerifier verifier, String token) {
    try {
      verifier.parse(token, null);
      return true;
    } catch (ParseException refused) {
      return false;
    }
  }

  private static void refused(TokenVerifier verifier, String token) {
    assertThat(isBelieved(verifier, token)).isFalse();
  }

  private static void unavailable(TokenVerifier verifier, String token) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> verifier.parse(token, null));
    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo(ErrorCode.IDENTITY_UNAVAILABLE);
  }

  /** Moved by hand for our own pauses; the library's clock is the machine's. */
  private static final class MovedClock extends Clock {
    private Instant now = Instant.now();

    /** More than a millisecond on either clock. */
    void letAMomentPass() {
      now = now.plus(Duration.ofSeconds(1));
      long start = System.currentTimeMillis();
      while (System.currentTimeMillis() < start + 3) {
        Thread.onSpinWait();
      }
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
