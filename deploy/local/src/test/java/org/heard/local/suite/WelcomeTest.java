package org.heard.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.heard.local.run.RunFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelcomeTest {

  @BeforeEach
  void useSomeRoot() {
    System.setProperty("heard.root", "/somewhere");
  }

  @AfterEach
  void forgetIt() {
    System.clearProperty("heard.root");
  }

  @ParameterizedTest
  @CsvSource({"8080, ''", "9000, ' --port-base 9000'"})
  void printsAnExampleWithNothingLeftToFillIn(int base, String option) {
    RunFile run =
        new RunFile(
            base,
            "local",
            "http://g",
            "http://f",
            "http://a",
            "p",
            "k",
            "/data/identity",
            "/data",
            1);
    UUID id = UUID.fromString("0c52d62f-0000-4000-8000-000000000001");
    String text = Welcome.text(run, id, Instant.parse("2026-11-02T10:00:00.123Z"));
    assertThat(text)
        .contains("KEY=$(/somewhere/deploy/device day-room --ward W01" + option + ")\n")
        .contains("\"id\": \"" + id + "\"")
        .contains("\"authoredAt\": \"2026-11-02T10:00:00Z\"")
        .contains("curl -sS -X POST http://f/v1/feedback")
        .contains("http://g/api/v1/wards/W01/comments")
        .doesNotContain("<");
  }
}
