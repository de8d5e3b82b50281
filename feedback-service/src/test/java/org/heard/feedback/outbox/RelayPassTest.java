package org.heard.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayPassTest {
  @ParameterizedTest
  @CsvSource({
    // t a tally, s anything else: how many of the waiting go together.
    "s, 1",
    "sss, 3",
    "t, 1",
    "ttt, 3",
    "st, 1",
    "sstts, 2",
    "tts, 3",
    "ttsst, 4",
  })
  void aTallyNeverComesBeforeAFact(String waiting, int together) {
    List<WaitingFact> facts =
        waiting
            .chars()
            .mapToObj(kind -> fact(kind == 't' ? "feedback.tally" : "feedback.submitted"))
            .toList();
    assertThat(RelayPass.upToATally(facts)).isEqualTo(facts.subList(0, together));
  }

  private static WaitingFact fact(String topic) {
    return new WaitingFact(
        1, UUID.randomUUID(), topic, "W01", "s", Instant.EPOCH, new byte[0], "t");
  }
}
