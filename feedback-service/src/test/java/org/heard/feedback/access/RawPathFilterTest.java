package org.heard.feedback.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/devices;x", "/v1/devices%3bx", "/v1/devices%3Bx", "/v1%2fdevices", "/v1%5cdevices",
        "/v1\\devices", "//v1/devices", "/v1//devices", "/v1/../v1/devices", "/v1/%2e%2e/devices",
        "/v1/devices%00", "/v1/%252fdevices", "v1/devices", "/v1/%2E./devices"
      })
  void refusesPathsWithTwoReadings(String target) {
    assertThat(RawPathFilter.isPlain(target)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1/feedback", "/q/health/ready", "/v1/directory/wards?cursor=a%2Fb;c//d"})
  void takesPlainPathsAndLeavesTheQueryAlone(String target) {
    assertThat(RawPathFilter.isPlain(target)).isTrue();
  }
}
