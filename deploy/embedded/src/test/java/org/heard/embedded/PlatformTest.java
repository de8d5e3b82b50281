package org.heard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,    amd64,   postgres-linux-x86_64.txz",
    "Linux,    aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, x86_64,  postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
  })
  void namesTheArchiveOfASupportedMachine(String os, String arch, String resource) {
    assertThat(Platform.of(os, arch, false).resource()).isEqualTo(resource);
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 11, amd64,   false",
    "Linux,      s390x,   false",
    "Linux,      ppc64le, false",
    "Linux,      amd64,   true",
    "FreeBSD,    amd64,   false",
  })
  void refusesOthersAndSaysWhatIsSupported(String os, String arch, boolean musl) {
    assertThatThrownBy(() -> Platform.of(os, arch, musl))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining(os)
        .hasMessageContaining(arch)
        .hasMessageContaining("Linux with glibc and macOS");
  }
}
