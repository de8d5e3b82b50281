package org.heard.feedback.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A million bytes, three hundred thousand of them for strangers. */
class HeldBytesTest {
  private final HeldBytes held = new HeldBytes(1_000_000, 300_000);

  @Test
  void strangersHaveAShare() {
    assertThat(held.hold(300_000, false)).isTrue();
    assertThat(held.hold(1, false)).isFalse();
    assertThat(held.hold(700_000, true)).as("what they leave").isTrue();
    assertThat(held.hold(1, true)).isFalse();
    held.release(700_000, true);
    assertThat(held.hold(1, false)).as("it is theirs, and not more").isFalse();
    held.release(300_000, false);
    assertThat(held.hold(300_000, false)).isTrue();
  }

  @Test
  void whoIsKnownMayHaveItAll() {
    assertThat(held.hold(1_000_000, true)).isTrue();
    assertThat(held.hold(1, false)).isFalse();
    held.release(1_000_000, true);
    assertThat(held.hold(1, false)).isTrue();
  }

  @Test
  void strangersMustLeaveRoomForADocument() {
    assertThat(new HeldBytes(DocumentBody.MAX_KEPT + 5, 5)).isNotNull();
    assertThatThrownBy(() -> new HeldBytes(DocumentBody.MAX_KEPT + 4, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("heard.overload.max-anonymous-bytes");
  }
}
