package org.heard.feedback.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
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
  void key() throws Exception {
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
  void namesTheKeyThatIsNeeded() throws Exception {
    Sealed sealed = withKey("B").seal("contact", SUBJECT, WORDS);
    assertThatIllegalStateException()
        .isThrownBy(() -> sealer.open("contact", SUBJECT, sealed))
        .withMessageContaining(sealed.keyId());
  }

  private void refused(String purpose, UUID subject, Sealed sealed) {
    assertThatIllegalStateException().isThrownBy(() -> sealer.open(purpose, subject, sealed));
  }

  private Sealer withKey(String letter) throws Exception {
    Path file = Files.writeString(folder.resolve(letter), letter.repeat(42) + "A=");
    return new Sealer(new ServiceSecrets(file));
  }
}
