package org.heard.feedback.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.VaultKeyFile;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {
  private static final UUID SUBJECT = UUID.fromString("7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4");
  private static final byte[] WORDS = "ring after six".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Sealer sealer;

  @BeforeEach
  void key() {
    sealer = withKey("A");
  }

  @Test
  void opensWhatItSealed() {
    assertThat(sealer.open("contact", SUBJECT, sealer.seal("contact", SUBJECT, WORDS)))
        .isEqualTo(WORDS);
    assertThat(sealer.open("contact", SUBJECT, sealer.seal("contact", SUBJECT, new byte[0])))
        .isEmpty();
  }

  @Test
  void sealsTheSameDifferentlyEachTime() {
    assertThat(sealer.seal("contact", SUBJECT, WORDS).bytes())
        .isNotEqualTo(sealer.seal("contact", SUBJECT, WORDS).bytes())
        .hasSize(12 + WORDS.length + 16);
  }

  @Test
  void opensNothingInAnotherPlace() {
    Sealed sealed = sealer.seal("contact", SUBJECT, WORDS);
    refused("words", SUBJECT, sealed);
    refused("contact", UUID.randomUUID(), sealed);
  }

  @Test
  void opensNothingThatChanged() {
    Sealed sealed = sealer.seal("contact", SUBJECT, WORDS);
    for (int i = 0; i < sealed.bytes().length; i++) {
      byte[] changed = sealed.bytes().clone();
      changed[i] ^= 1;
      refused("contact", SUBJECT, new Sealed(sealed.keyId(), changed));
    }
    refused("contact", SUBJECT, new Sealed(sealed.keyId(), new byte[3]));
  }

  @Test
  void namesTheKeyThatIsNeeded() {
    Sealed sealed = withKey("B").seal("contact", SUBJECT, WORDS);
    assertThatIllegalStateException()
        .isThrownBy(() -> sealer.open("contact", SUBJECT, sealed))
        .withMessageContaining(sealed.keyId());
  }

  private void refused(String purpose, UUID subject, Sealed sealed) {
    assertThatIllegalStateException().isThrownBy(() -> sealer.open(purpose, subject, sealed));
  }

  @Test
  void sealsWithTheFirstKeyAndOpensWithAll() {
    Sealer both = new Sealer(List.of(key("B"), key("A")));
    Sealed old = sealer.seal("contact", SUBJECT, WORDS);
    assertThat(both.open("contact", SUBJECT, old)).isEqualTo(WORDS);
    Sealed anew = both.reseal("contact", SUBJECT, old);
    assertThat(anew.keyId()).isEqualTo("B");
    assertThat(withKey("B").open("contact", SUBJECT, anew)).isEqualTo(WORDS);
  }

  @Test
  void opensWithAKeyThatMayNotSealAnyMore() {
    Sealer later = new Sealer(List.of(key("B")), key("A"));
    assertThat(later.open("contact", SUBJECT, sealer.seal("contact", SUBJECT, WORDS)))
        .isEqualTo(WORDS);
    assertThat(later.first()).isEqualTo("B");
    assertThat(later.known()).containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void stillOpensWhatTheDerivedKeySealed() throws Exception {
    // As it was sealed before there was a key file, under a service's secret of 32 zero bytes.
    Path file = VaultKeyFile.writeLines(folder.resolve("secret"), List.of("A".repeat(43) + "="));
    KeyFile.Key derived = DerivedKey.of(new ServiceSecrets(file));
    Sealed before =
        new Sealed(
            "6d543c3636e43e35",
            HexFormat.of()
                .parseHex(
                    "000102030405060708090a0b0a97d146a8c714728dcd0b0bb2325c71"
                        + "7e9dfd9f519de0b2699e1470f390"));
    assertThat(new Sealer(List.of(key("B")), derived).open("contact", SUBJECT, before))
        .isEqualTo(WORDS);
  }

  private static Sealer withKey(String letter) {
    return new Sealer(List.of(key(letter)));
  }

  private static KeyFile.Key key(String letter) {
    return new KeyFile.Key(letter, letter.repeat(32).getBytes(StandardCharsets.UTF_8));
  }
}
