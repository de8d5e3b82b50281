package org.heard.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIdentityTest {

  @TempDir Path folder;

  private LocalIdentity identity;

  @BeforeEach
  void create() throws IOException {
    identity = new LocalIdentity(folder.resolve("identity"));
    identity.create();
  }

  @Test
  void signsTokensThatThePublicKeysVerify() throws Exception {
    Bearer bearer =
        new Bearer(Role.ALERT_HANDLER, List.of("O01"), List.of("W01", "W02"), List.of("pals"));
    JwtClaims claims = verified(identity.token(bearer));
    assertThat(claims.getSubject()).isEqualTo("demo-alert-handler");
    assertThat(claims.getStringClaimValue("upn")).isEqualTo("demo-alert-handler");
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("alert-handler");
    assertThat(claims.getStringListClaimValue("organisations")).containsExactly("O01");
    assertThat(claims.getStringListClaimValue("units")).containsExactly("W01", "W02");
    assertThat(claims.getStringListClaimValue("lanes")).containsExactly("pals");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(8 * 3600);
  }

  @Test
  void writesEmptyClaimsAsEmptyArrays() throws Exception {
    Bearer admin = new Bearer(Role.ADMIN, List.of("O01"), List.of(), List.of());
    assertThat(verified(identity.token(admin)).getClaimValue("units")).isEqualTo(List.of());
  }

  @Test
  void publishesNoPrivateKeyAndKeepsPrivateOnesToTheOwner() throws Exception {
    String published = Files.readString(identity.publicKeys());
    assertThat(published)
        .contains("\"local\"", "\"gateway\"", "\"feedback-service\"", "\"analytics-service\"")
        .doesNotContain("\"d\"");
    for (String file : new String[] {"local.json", "gateway.json"}) {
      Path path = identity.publicKeys().resolveSibling(file);
      assertThat(Files.readString(path)).contains("\"d\"");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void keepsItsKeys() throws Exception {
    String before = Files.readString(identity.publicKeys());
    identity.create();
    assertThat(Files.readString(identity.publicKeys())).isEqualTo(before);
  }

  private JwtClaims verified(String token) throws Exception {
    JsonWebKeySet keys = new JsonWebKeySet(Files.readString(identity.publicKeys()));
    try {
      return new JwtConsumerBuilder()
          .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
          .setExpectedIssuer("heard-local")
          .setExpectedAudience("heard")
          .setRequireExpirationTime()
          .build()
          .processToClaims(token);
    } catch (InvalidJwtException e) {
      throw new AssertionError(e);
    }
  }
}
