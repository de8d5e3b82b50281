package org.heard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {
  private final EllipticCurveJsonWebKey key = key();
  private final MovedClock clock = new MovedClock();
  private final ServiceTokens tokens =
      new ServiceTokens(
          key.getEcPrivateKey(), Duration.ofMinutes(4), Duration.ofSeconds(30), clock);

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
  void lifetimesThatVerifiersWouldRefuseStopTheStart() {
    for (Duration lifetime : new Duration[] {Duration.ofSeconds(301), Duration.ofSeconds(30)}) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  new ServiceTokens(key.getEcPrivateKey(), lifetime, Duration.ofSeconds(30), clock))
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
