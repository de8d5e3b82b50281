package org.heard.analytics.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/wards;x",
        "/v1/wards%3bx",
        "/v1/wards%3Bx",
        "/v1%2fwards",
        "/v1%2Fwards",
        "/v1%5cwards",
        "/v1/wards%00",
        "/v1\\wards",
        "//v1/wards",
        "/v1//wards",
        "/v1/../wards",
        "/v1/%2e/wards",
        "/v1/%2E%2e/wards",
        "/v1/%252fwards",
        "/v1/wards%zz",
        "/v1/wards%4"
      })
  void aPathThatTwoReadersCouldReadDifferentlyIsRefused(String path) {
    assertThat(PathGuard.isPlain(path, path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/wards/W01/counts", "/q/health/ready", "/v1/wards/W%C3%A9"})
  void aPlainPathPasses(String path) {
    assertThat(PathGuard.isPlain(path, path + "?q=a%2fb%3bc..d")).isTrue();
  }
}
