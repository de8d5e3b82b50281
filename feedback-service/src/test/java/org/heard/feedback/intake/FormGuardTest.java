package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.heard.feedback.VaultKeyFile;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.problem.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormGuardTest {
  private static final String PLACE = "ward:W01";
  private static final Instant OPENED = Instant.parse("2026-10-05T09:15:30Z");
  @TempDir Path folder;
  private ServiceSecrets secrets;
  private String token;

  @BeforeEach
  void open() throws Exception {
    secrets =
        new ServiceSecrets(
            VaultKeyFile.writeLines(folder.resolve("key"), List.of("A".repeat(43) + "=")));
    token = after(Duration.ZERO).fresh(PLACE);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.999S, FORM_TOO_FAST",
    "PT1S,",
    "PT6H,",
    "PT6H0.001S, FORM_EXPIRED",
    "P400D, FORM_EXPIRED",
    "PT0S, FORM_TOO_FAST",
    "PT-0.001S, FORM_EXPIRED",
    "PT-48H, FORM_EXPIRED"
  })
  void takesAFormOfARightAge(Duration age, ErrorCode refusal) {
    assertThat(check(age, token).refusal()).isEqualTo(refusal);
  }

  @Test
  void givesTheSameFormTheSameId() {
    FormGuard.Finding first = check(Duration.ofSeconds(5), token);
    FormGuard.Finding again = check(Duration.ofHours(1), token);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.token()).isEqualTo(token);
    FormGuard.Finding expired = check(Duration.ofHours(7), token);
    assertThat(expired.id()).isEqualTo(first.id());
    FormGuard.Finding renewed = check(Duration.ofHours(8), expired.token());
    assertThat(renewed.id()).isEqualTo(first.id());
    assertThat(renewed.refusal()).isNull();
    FormGuard.Finding turnedBack = check(Duration.ofDays(-2), token);
    assertThat(turnedBack.id()).isEqualTo(first.id());
    assertThat(check(Duration.ofHours(-47), turnedBack.token()).refusal()).isNull();
    String another = after(Duration.ZERO).fresh(PLACE);
    assertThat(check(Duration.ofSeconds(5), another).id()).isNotEqualTo(first.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "====", "AAAA", "é"})
  void aTokenThatIsNoneIsRefusedWithAnother(String written) {
    FormGuard.Finding found = check(Duration.ofSeconds(5), written);
    assertThat(found.refusal()).isEqualTo(ErrorCode.FORM_EXPIRED);
    assertThat(check(Duration.ofSeconds(10), found.token()).refusal()).isNull();
  }

  @Test
  void aTokenIsOfOnePlaceAndCannotBeChanged() {
    assertThat(FormToken.read(secrets, "ward:W02", token)).isNull();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      FormToken read = FormToken.read(secrets, PLACE, changed);
      // The last character has bits that mean nothing.
      assertThat(read == null || i == token.length() - 1).as("character %d", i).isTrue();
    }
  }

  @Test
  void aTrapThatIsFilledInIsRefusedAndTheFormStaysTheSame() {
    FormGuard.Finding found =
        after(Duration.ofSeconds(5))
            .check(Map.of(FormGuard.TOKEN, token, FormGuard.TRAP, "buy"), PLACE);
    assertThat(found.refusal()).isEqualTo(ErrorCode.FORM_TRAP);
    assertThat(found.token()).isEqualTo(token);
  }

  private FormGuard.Finding check(Duration age, String written) {
    return after(age).check(Map.of(FormGuard.TOKEN, written), PLACE);
  }

  private FormGuard after(Duration age) {
    return new FormGuard(
        secrets, TestFormSettings.USUAL, Clock.fixed(OPENED.plus(age), ZoneOffset.UTC));
  }
}
