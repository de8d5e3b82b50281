package org.heard.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me;x", "/api/v1/me%3bx", "/api/v1/me%3Bx", "/api%2fv1", "/api%2Fv1", "/api%5cv1",
        "/api%5Cv1", "/api\\v1", "/api/v1/me%00", "//api/v1/me", "/api//v1/me", "/api/../v1",
        "/api/%2e%2e/v1", "/api/%2E/v1", "/api%252fv1", "/api%25"
      })
  void ambiguousSpellings(String path) {
    assertThat(RawPaths.isAmbiguous(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/wards/W01/insights", "/q/health/ready", "/demo-logins.css"})
  void plainSpellings(String path) {
    assertThat(RawPaths.isAmbiguous(path)).isFalse();
  }
}
