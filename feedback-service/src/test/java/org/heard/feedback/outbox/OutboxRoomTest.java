package org.heard.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.heard.feedback.problem.Outage;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class OutboxRoomTest {
  private Instant now = Instant.parse("2026-10-05T08:00:00Z");
  private int looks;
  private boolean full;
  private final OutboxRoom room = new OutboxRoom(Duration.ofSeconds(1), new ManualClock());

  private final class ManualClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void isLookedAtNowAndThen() {
    for (int i = 0; i < 10; i++) {
      require();
      now = now.plusMillis(200);
    }
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void refusesWhileItIsFullAndRecoversByItself() {
    require();
    full = true;
    require();
    now = now.plusSeconds(1);
    assertThatThrownBy(this::require)
        .isInstanceOf(ProblemException.class)
        .matches(Outage::isBehind, "nobody tries alone");
    full = false;
    assertThatThrownBy(this::require).isInstanceOf(ProblemException.class);
    now = now.plusSeconds(1);
    assertThatCode(this::require).doesNotThrowAnyException();
  }

  @Test
  void aClockThatIsSetBackDoesNotFreezeWhatWasSeen() {
    full = true;
    assertThatThrownBy(this::require).isInstanceOf(ProblemException.class);
    full = false;
    now = now.minusSeconds(3600);
    assertThatCode(this::require).doesNotThrowAnyException();
    assertThatCode(this::require).doesNotThrowAnyException();
    assertThat(looks).isEqualTo(2);
  }

  private void require() {
    room.require(
        () -> {
          looks++;
          return full;
        });
  }
}
