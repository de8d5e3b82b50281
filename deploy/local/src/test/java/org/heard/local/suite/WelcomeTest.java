package org.heard.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.heard.local.run.RunFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  @Test
  void canBePastedWhereverTheCheckoutLies() {
    System.setProperty("heard.root", "/some where/it's");
    String text = Welcome.text(run(8080), UUID.randomUUID(), Instant.EPOCH);
    assertThat(text)
        .contains("KEY=$('/some where/it'\\''s/deploy'/device day-room --ward W01)\n")
        .contains("TOKEN=$('/some where/it'\\''s/deploy'/token ward-leader --units W01)\n")
        .contains("  '/some where/it'\\''s/deploy'/token quality-analyst\n");
  }

  private static RunFile run(int base) {
    return new RunFile(
        base,
        "local",
        "http://g",
        "http://f",
        "http://a",
        "p",
        "k",
        null,
        "/data/identity",
        "/data",
        1);
  }

  @ParameterizedTest
  @CsvSource({"8080, ''", "9000, ' --port-base 9000'"})
  void printsAnExampleWithNothingLeftToFillIn(int base, String option) {
    UUID id = UUID.fromString("0c52d62f-0000-4000-8000-000000000001");
    String text = Welcome.text(run(base), id, Instant.parse("2026-11-02T10:00:00.123Z"));
    assertThat(text)
        .contains("KEY=$(/somewhere/deploy/device day-room --ward W01" + option + ")\n")
        .contains("\"id\": \"" + id + "\"")
        .contains("\"authoredAt\": \"2026-11-02T10:00:00Z\"")
        .contains("curl -sS -X POST http://f/v1/feedback")
        .contains("http://g/api/v1/wards/W01/comments")
        .doesNotContain("<");
  }
}
