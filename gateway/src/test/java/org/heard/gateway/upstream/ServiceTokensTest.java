package org.heard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {
  private static final Duration RENEWAL = Duration.ofSeconds(30);
  private final EllipticCurveJsonWebKey key = key();
  private final MovedClock clock = new MovedClock();
  private final ServiceTokens.Source signed = signed(Duration.ofMinutes(4));
  private int asked;
  private boolean away;
  private final ServiceTokens tokens =
      new ServiceTokens(this::issue, RENEWAL, Duration.ofSeconds(5), clock);

  private ServiceTokens.Issued issue() throws IOException {
    asked++;
    if (away) {
      throw new IOException("away");
    }
    return signed.issue();
  }

  private SignedTokens signed(Duration lifetime) {
    return new SignedTokens(key.getEcPrivateKey(), lifetime, RENEWAL, clock);
  }

  @Test
  void carriesTheAgreedIdentityForAtMostFiveMinutes() throws Exception {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(tokens.token());
    signature.setKey(key.getECPublicKey());
    JwtClaims claims = JwtClaims.parse(signature.getPayload());

    assertThat(signature.getKeyIdHeaderValue()).isEqualTo("gateway");
    assertThat(signature.getAlgorithmHeaderValue()).isEqualTo("ES256");
    assertThat(claims.getIssuer()).isEqualTo("heard-gateway");
    assertThat(claims.getAudience()).containsExactly("heard");
    assertThat(claims.getSubject()).isEqualTo("gateway");
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(240);
  }

  @Test
  void isKeptUntilShortlyBeforeItExpires() {
    String first = tokens.token();
    clock.now = clock.now.plusSeconds(209);
    assertThat(tokens.token()).isEqualTo(first);
    clock.now = clock.now.plusSeconds(1);
    assertThat(tokens.token()).isNotEqualTo(first);
  }

  @Test
  void aTokenThatAServiceRefusesIsReplacedButNotForEveryRequest() {
    String first = tokens.token();
    tokens.refused(first);
    String second = tokens.token();
    assertThat(second).isNotEqualTo(first);

    tokens.refused(first);
    tokens.refused(second);
    assertThat(tokens.token()).isEqualTo(second);
    clock.now = clock.now.plusSeconds(5);
    tokens.refused(second);
    assertThat(tokens.token()).isNotEqualTo(second);
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void aClockThatIsPutBackLeavesNeitherAnOldTokenNorALongPause() {
    clock.now = clock.now.plusSeconds(3600);
    String ahead = tokens.token();
    tokens.refused(ahead);
    String refusedAgain = tokens.token();
    tokens.refused(refusedAgain);
    clock.now = clock.now.minusSeconds(3600);

    String back = tokens.token();
    assertThat(back).isNotEqualTo(refusedAgain);
    tokens.refused(back);
    assertThat(tokens.token()).isNotEqualTo(back);
  }

  @Test
  void outlivesASourceThatIsAwayAndAsksItNowAndThen() {
    String first = tokens.token();
    away = true;
    clock.now = clock.now.plusSeconds(239);
    assertThat(tokens.token()).isEqualTo(first);
    assertThat(tokens.token()).isEqualTo(first);
    assertThat(asked).isEqualTo(2);
    clock.now = clock.now.plusSeconds(1);
    assertThat(catchThrowableOfType(ProblemException.class, tokens::token).code())
        .isEqualTo(ErrorCode.IDENTITY_UNAVAILABLE);
    assertThat(asked).isEqualTo(2);
    away = false;
    clock.now = clock.now.plusSeconds(4);
    assertThat(tokens.token()).isNotEqualTo(first).isEqualTo(tokens.held());
  }

  @Test
  void lifetimesThatVerifiersWouldRefuseStopTheStart() {
    for (Duration lifetime : new Duration[] {Duration.ofSeconds(301), Duration.ofSeconds(30)}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> signed(lifetime))
          .withMessageContaining("heard.identity.service-token-lifetime");
    }
  }

  private static EllipticCurveJsonWebKey key() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-10-05T08:00:00Z");

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
