package org.heard.feedback.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.heard.feedback.VaultKeyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("vault.keys");
  }

  @Test
  void givesTheKeysInTheirOrder() throws IOException {
    VaultKeyFile.writeLines(
        file,
        List.of("2027-a:" + VaultKeyFile.key(32), "", " 2026-b:" + VaultKeyFile.key(32) + " "));
    List<KeyFile.Key> keys = KeyFile.read(file);
    assertThat(keys.stream().map(KeyFile.Key::id)).containsExactly("2027-a", "2026-b");
    assertThat(keys.stream().map(KeyFile.Key::bytes)).allMatch(bytes -> bytes.length == 32);
  }

  @Test
  void isThere() {
    refused("does not exist");
  }

  @Test
  void isNotEmpty() throws IOException {
    VaultKeyFile.writeLines(file, List.of("", "  "));
    refused("is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-", "r--r--r--"})
  void isNobodyElses(String permissions) throws IOException {
    VaultKeyFile.write(file, "a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    refused("may be read or written by others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void isItsOwners(String permissions) throws IOException {
    VaultKeyFile.write(file, "a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThat(KeyFile.read(file)).hasSize(1);
  }

  @Test
  void isJudgedByWhatALinkLeadsTo() throws IOException {
    VaultKeyFile.write(file, "a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThatIllegalStateException()
        .isThrownBy(() -> KeyFile.read(link))
        .withMessageContaining("others");
  }

  @Test
  void isWellFormed() throws IOException {
    String good = "a:" + VaultKeyFile.key(32);
    malformed("line 2 is not id:base64", good, "no colon");
    malformed("line 1 is not id:base64", ":" + VaultKeyFile.key(32));
    malformed("line 1 is not id:base64", "a b:" + VaultKeyFile.key(32));
    malformed("line 1 is not base64", "a:%%%");
    malformed("line 1 has 31 bytes instead of 32", "a:" + VaultKeyFile.key(31));
    malformed("line 1 has 33 bytes instead of 32", "a:" + VaultKeyFile.key(33));
    malformed("has the id of line 2 twice", good, "a:" + VaultKeyFile.key(32));
  }

  @Test
  void isNoOtherKindOfFile() throws IOException {
    VaultKeyFile.writeLines(file, List.of("x".repeat(64 * 1024 + 1)));
    refused("larger than");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    refused("cannot be read as text");
  }

  private void malformed(String why, String... lines) throws IOException {
    VaultKeyFile.writeLines(file, List.of(lines));
    refused(why);
  }

  private void refused(String why) {
    assertThatIllegalStateException()
        .isThrownBy(() -> KeyFile.read(file))
        .withMessageStartingWith("heard.vault.key-file: " + file + " ")
        .withMessageContaining(why)
        .withMessageNotContaining("AAAA");
  }
}
