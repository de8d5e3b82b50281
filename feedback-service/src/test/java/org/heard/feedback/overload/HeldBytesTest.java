package org.heard.feedback.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heard.feedback.problem.ErrorCode;
import org.junit.jupiter.api.Test;

/**
 * A million bytes, three hundred thousand of them for strangers, and four for each who is known.
 */
class HeldBytesTest {
  private static final String NOBODY = null;
  private final HeldBytes held = new HeldBytes(1_000_000, 300_000, 400_000);

  @Test
  void strangersHaveAShare() {
    assertThat(held.hold(300_000, NOBODY)).isNull();
    assertThat(held.hold(1, NOBODY)).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(held.hold(400_000, "a")).isNull();
    assertThat(held.hold(300_000, "b")).as("what they leave").isNull();
    assertThat(held.hold(1, "b")).isEqualTo(ErrorCode.UNAVAILABLE);
    held.release(300_000, "b");
    assertThat(held.hold(1, NOBODY)).as("it is theirs, and not more").isNotNull();
    held.release(300_000, NOBODY);
    assertThat(held.hold(300_000, NOBODY)).isNull();
  }

  @Test
  void oneWhoIsKnownHasAShareToo() {
    assertThat(held.hold(400_000, "a")).isNull();
    assertThat(held.hold(1, "a")).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(held.hold(400_000, "b")).isNull();
    held.release(1, "a");
    assertThat(held.hold(2, "a")).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(held.hold(1, "a")).isNull();
    held.release(400_000, "a");
    assertThat(held.hold(400_000, "a")).isNull();
  }

  /** A document that breaks off before its first byte is released as every other one. */
  @Test
  void whoHasNothingIsNotRemembered() {
    held.release(0, "a");
    assertThat(held.senders()).isZero();
    assertThat(held.hold(0, "a")).isNull();
    assertThat(held.senders()).isZero();
    assertThat(held.hold(7, "a")).isNull();
    held.release(0, "a");
    assertThat(held.senders()).isEqualTo(1);
    held.release(7, "a");
    assertThat(held.senders()).isZero();
  }

  @Test
  void whoAreKnownMayHaveItAllTogether() {
    assertThat(held.hold(400_000, "a")).isNull();
    assertThat(held.hold(400_000, "b")).isNull();
    assertThat(held.hold(200_000, "c")).isNull();
    assertThat(held.hold(1, NOBODY)).isEqualTo(ErrorCode.UNAVAILABLE);
    held.release(200_000, "c");
    assertThat(held.hold(1, NOBODY)).isNull();
  }

  @Test
  void oneAndTheStrangersMustLeaveRoomForADocument() {
    assertThat(new HeldBytes(DocumentBody.MAX_KEPT + 12, 5, 7)).isNotNull();
    assertThatThrownBy(() -> new HeldBytes(DocumentBody.MAX_KEPT + 11, 5, 7))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("heard.overload.max-anonymous-bytes")
        .hasMessageContaining("heard.overload.max-held-bytes-per-key");
  }
}
