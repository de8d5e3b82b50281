package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heard.feedback.VaultKeyFile;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {
  private static final UUID ID = UUID.fromString("7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4");
  @TempDir Path folder;
  private ServiceSecrets secrets;

  @BeforeEach
  void secret() throws Exception {
    Path file = VaultKeyFile.writeLines(folder.resolve("key"), List.of("A".repeat(43) + "="));
    secrets = new ServiceSecrets(file);
  }

  @Test
  void isTheSameForARepeatAndReadsBack() {
    String code = ReceiptCode.derive(secrets, ID);
    assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]");
    assertThat(ReceiptCode.derive(secrets, ID)).isEqualTo(code);
    assertThat(ReceiptCode.derive(secrets, UUID.randomUUID())).isNotEqualTo(code);
    assertThat(ReceiptCode.canonical(code)).isEqualTo(code);
  }

  @Test
  void isReadHoweverAPersonWritesIt() {
    // 0000 0000 0000 0001 modulo 37 is 1.
    assertThat(ReceiptCode.canonical("oooo 0000-0000 oooi 1")).isEqualTo("0000-0000-0000-0001-1");
    String code = ReceiptCode.derive(secrets, ID);
    assertThat(ReceiptCode.canonical(code.toLowerCase(Locale.ROOT).replace("-", "")))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000-0000-0000-0001-2",
        "0000-0000-0000-000!-1",
        "0000",
        "00000000000000000000000000000000000000000"
      })
  void isRefusedWhenASlipOfThePenChangedIt(String written) {
    assertThat(ReceiptCode.canonical(written)).isNull();
  }
}
