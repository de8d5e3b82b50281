package org.heard.feedback.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.heard.feedback.VaultKeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the secret makes every receipt code, so nobody but the service has its file. */
class ServiceSecretsTest {
  @TempDir Path folder;

  @Test
  void isThere() {
    refused(folder.resolve("nothing"), "does not name a readable file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-", "r--r--r--"})
  void isNobodyElses(String permissions) throws IOException {
    refused(file(32, permissions), "may be read or written by others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void isItsOwners(String permissions) throws IOException {
    byte[] mac = new ServiceSecrets(file(32, permissions)).mac("x", new byte[0]);
    assertThat(mac).hasSize(32);
  }

  @Test
  void isLongEnough() throws IOException {
    refused(file(31, "rw-------"), "fewer than 32 bytes");
  }

  private Path file(int bytes, String permissions) throws IOException {
    Path file = folder.resolve("secret");
    Files.writeString(file, VaultKeyFile.key(bytes));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static void refused(Path file, String why) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new ServiceSecrets(file))
        .withMessageContaining("heard.secrets.key-file")
        .withMessageContaining(why);
  }
}
