package org.heard.feedback.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** A hundred bytes a second once two seconds have been waited for them. */
class PacedBodyTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger hungUp = new AtomicInteger();
  private final byte[] room = new byte[1000];

  @Test
  void aSteadyBodyIsReadToItsEnd() throws IOException {
    PacedBody body = body(each(Duration.ofSeconds(1), 100, 20));
    long bytes = 0;
    for (int read = body.read(room); read >= 0; read = body.read(room)) {
      bytes += read;
    }
    assertThat(bytes).isEqualTo(2000);
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void aByteLessThanThePaceEndsIt() throws IOException {
    PacedBody body = body(each(Duration.ofSeconds(1), 99, 20));
    assertThat(body.read(room)).isEqualTo(99);
    assertThat(body.read(room)).as("within the patience").isEqualTo(99);
    assertThatThrownBy(() -> body.read(room))
        .isInstanceOf(ProblemException.class)
        .hasMessage("BODY_TOO_SLOW");
    assertThat(hungUp).hasValue(1);
    assertThat(body.read(room)).as("whoever drains it is not held up").isEqualTo(-1);
  }

  @Test
  void theReadersOwnTimeDoesNotCount() throws IOException {
    PacedBody body = body(each(Duration.ofMillis(1), 1, 20));
    for (int i = 0; i < 20; i++) {
      nanos.addAndGet(Duration.ofMinutes(5).toNanos());
      assertThat(body.read()).isEqualTo('x');
    }
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void whoWaitsForASilentSenderIsWoken() {
    PacedBody[] body = new PacedBody[1];
    body[0] = body(silent(Duration.ofMillis(2001), body));
    assertThatThrownBy(() -> body[0].read(room))
        .isInstanceOf(ProblemException.class)
        .hasMessage("BODY_TOO_SLOW");
    assertThat(hungUp).hasValue(1);
    assertThat(Thread.currentThread().isInterrupted()).as("takes nothing with it").isFalse();
  }

  @Test
  void nobodyIsWokenWithinThePatienceOrWithoutWaiting() throws IOException {
    PacedBody[] body = new PacedBody[1];
    body[0] = body(silent(Duration.ofSeconds(2), body));
    assertThat(body[0].read(room)).isEqualTo(1000);
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    body[0].wakeIfSilent();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(body[0].read(room)).as("waits from now on").isEqualTo(1000);
    assertThat(hungUp).hasValue(0);
  }

  /** Bytes come after so long, unless somebody wakes who waits for them. */
  private InputStream silent(Duration wait, PacedBody[] body) {
    return new InputStream() {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        nanos.addAndGet(wait.toNanos());
        body[0].wakeIfSilent();
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException();
        }
        return length;
      }

      @Override
      public int read() {
        throw new AssertionError("read in blocks");
      }
    };
  }

  private PacedBody body(InputStream source) {
    return new PacedBody(
        source, Duration.ofSeconds(2), 100, nanos::get, () -> hungUp.incrementAndGet());
  }

  /** So many bytes come at once, after so long, so often. */
  private InputStream each(Duration wait, int bytes, int times) {
    return new InputStream() {
      private int left = times;

      @Override
      public int read(byte[] into, int offset, int length) {
        if (left-- == 0) {
          return -1;
        }
        nanos.addAndGet(wait.toNanos());
        java.util.Arrays.fill(into, offset, offset + Math.min(bytes, length), (byte) 'x');
        return Math.min(bytes, length);
      }

      @Override
      public int read() {
        throw new AssertionError("read in blocks");
      }
    };
  }
}
